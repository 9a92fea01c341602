INSERT INTO events (shop, shop_order_id, at, kind, text, code, arguments)
VALUES (:#shop, :#orderId, UTC_TIMESTAMP(3), :#kind, :#text, :#code, :#arguments)
