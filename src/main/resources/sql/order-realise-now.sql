-- an operator wants the order realised whatever its status; a cancelled one is still not sold (Z11)
UPDATE orders SET realise_since = COALESCE(realise_since, UTC_TIMESTAMP(3)), updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId
