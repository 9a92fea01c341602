INSERT INTO events (shop, shop_order_id, at, kind, text)
VALUES (:#shop, :#orderId, UTC_TIMESTAMP(3), :#kind, :#text)
