-- work that a worker could take now, and for how long it could: nobody holds its buyer. A change of an order is at most a moment older than what it made due
SELECT o.shop, o.due_step AS step, TIMESTAMPDIFF(SECOND, MIN(GREATEST(o.updated_at, b.claimed_until)), UTC_TIMESTAMP(3)) AS seconds
FROM orders o JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
WHERE o.shop IN (:shops) AND o.due_step IN ('IMPORT', 'REALISE') AND b.claimed_until < UTC_TIMESTAMP(3)
GROUP BY o.shop, o.due_step
UNION ALL
SELECT d.shop, d.step, TIMESTAMPDIFF(SECOND, MIN(GREATEST(d.next_attempt_at, b.claimed_until)), UTC_TIMESTAMP(3))
FROM dead_letters d
JOIN orders o ON o.shop = d.shop AND o.shop_order_id = d.shop_order_id
JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
WHERE d.shop IN (:shops) AND d.state = 'OPEN' AND d.step <> 'REVIEW' AND d.next_attempt_at < UTC_TIMESTAMP(3) AND b.claimed_until < UTC_TIMESTAMP(3)
GROUP BY d.shop, d.step
UNION ALL
SELECT f.shop, 'FEEDBACK', TIMESTAMPDIFF(SECOND, MIN(GREATEST(o.updated_at, b.claimed_until)), UTC_TIMESTAMP(3))
FROM feedback f
JOIN orders o ON o.shop = f.shop AND o.shop_order_id = f.shop_order_id
JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
WHERE f.shop IN (:shops) AND f.state = 'DUE' AND b.claimed_until < UTC_TIMESTAMP(3)
GROUP BY f.shop
