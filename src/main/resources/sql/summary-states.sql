SELECT state, COUNT(*) AS orders FROM orders WHERE shop = :#shop GROUP BY state
