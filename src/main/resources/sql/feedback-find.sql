-- oldest moment first; that an order failed is no news any more when its dead letter or the order is closed. What is told again after a failure takes the
-- place of the status that said so, and of no other
SELECT f.import_no, f.moment, f.status_id,
  f.moment = 'FAILED' AND (d.id IS NULL OR d.state <> 'OPEN' OR o.state = 'CLOSED') AS is_over,
  EXISTS (SELECT 1 FROM parcels p WHERE p.shop = f.shop AND p.shop_order_id = f.shop_order_id AND p.state IN ('WRITING', 'UNCLEAR', 'DONE')) AS has_parcel,
  IF(f.moment <> 'FAILED' AND f.dead_letter_id IS NOT NULL, COALESCE(w.status_id, 0), NULL) AS instead_of
FROM feedback f
JOIN orders o ON o.shop = f.shop AND o.shop_order_id = f.shop_order_id
LEFT JOIN dead_letters d ON d.id = f.dead_letter_id
LEFT JOIN feedback w ON w.shop = f.shop AND w.shop_order_id = f.shop_order_id AND w.import_no = f.import_no AND w.moment = 'FAILED'
  AND w.dead_letter_id = f.dead_letter_id
WHERE f.shop = :#shop AND f.shop_order_id = :#orderId AND f.state <> 'DONE'
ORDER BY f.import_no, f.moment
