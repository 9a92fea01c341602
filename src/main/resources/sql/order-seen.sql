-- S2: the row that was compared last
UPDATE orders SET shop_digest = :#digest WHERE shop = :#shop AND shop_order_id = :#orderId
