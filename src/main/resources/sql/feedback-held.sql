UPDATE feedback SET state = 'HELD' WHERE shop = :#shop AND shop_order_id = :#orderId AND state = 'DUE' AND :#step = 'FEEDBACK'
