SELECT state, COUNT(*) AS orders FROM orders WHERE shop IN (:#in:shops) GROUP BY state
