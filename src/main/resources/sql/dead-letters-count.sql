SELECT COUNT(*) AS total FROM dead_letters d
WHERE d.shop IN (:#in:shops) AND (:#state = '' OR d.state = :#state)
