UPDATE feedback SET state = 'DONE' WHERE shop = :#shop AND shop_order_id = :#orderId AND state = 'HELD'
