-- orders of which the register does not know what they are about: not received yet, or without a card
SELECT shop_order_id FROM waiting WHERE shop = :#shop
UNION
SELECT o.shop_order_id FROM orders o
WHERE o.shop = :#shop AND o.state = 'RECEIVED'
  AND NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.shop = o.shop AND l.shop_order_id = o.shop_order_id)
