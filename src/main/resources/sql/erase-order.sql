-- amounts, numbers, documents, lines and times stay
UPDATE orders SET card = NULL, raw = NULL, buyer = '', buyer_key = CONCAT('order:', :#shop_order_id), erased_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#shop_order_id
