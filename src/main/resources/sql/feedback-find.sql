-- oldest moment first; that an order failed is no news any more when its dead letter or the order is closed
SELECT f.import_no, f.moment, f.status_id, f.dead_letter_id IS NOT NULL AND (d.id IS NULL OR d.state <> 'OPEN' OR o.state = 'CLOSED') AS is_over
FROM feedback f
JOIN orders o ON o.shop = f.shop AND o.shop_order_id = f.shop_order_id
LEFT JOIN dead_letters d ON d.id = f.dead_letter_id
WHERE f.shop = :#shop AND f.shop_order_id = :#orderId AND f.state <> 'DONE'
ORDER BY f.import_no, f.moment
