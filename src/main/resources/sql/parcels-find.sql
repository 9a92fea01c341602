SELECT number, carrier, shipping_id, sent, state, actor, created_at, done_at, `system`, cause, arguments, words
FROM parcels
WHERE shop = :#shop AND shop_order_id = :#orderId
ORDER BY id
