UPDATE orders SET state = 'REALISED', due_step = NULL, updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId
