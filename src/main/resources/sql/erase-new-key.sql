-- an erased order is known by nothing but itself
INSERT IGNORE INTO buyers (shop, buyer_key) VALUES (:#shop, CONCAT('order:', :#shop_order_id))
