SELECT COUNT(*) AS total FROM dead_letters d
WHERE d.shop = :#shop AND (:#state = '' OR d.state = :#state)
