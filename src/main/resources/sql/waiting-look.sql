-- S1, S8: what was seen of an order that is not in the register yet, and when it is asked for again
UPDATE waiting SET why = :#why, look = :#look, look_at = UTC_TIMESTAMP(3) + INTERVAL :#lookIn SECOND, forget_at = IF(:#why = 'GAP', forget_at, NULL)
WHERE shop = :#shop AND shop_order_id = :#orderId
