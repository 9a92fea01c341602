DELETE FROM order_lines WHERE shop = :#shop AND shop_order_id = :#orderId
