DELETE FROM waiting WHERE shop = :#shop AND shop_order_id = :#orderId
