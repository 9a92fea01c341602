-- orders by state, from the index orders_state alone
SELECT shop, state, COUNT(*) AS orders FROM orders WHERE shop IN (:shops) GROUP BY shop, state
