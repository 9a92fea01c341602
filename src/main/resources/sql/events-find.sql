SELECT at, kind, text, code, arguments FROM events
WHERE shop = :#shop AND shop_order_id = :#orderId ORDER BY id
