INSERT INTO events (shop, shop_order_id, at, kind, text)
VALUES (:#shop, :#shop_order_id, UTC_TIMESTAMP(3), 'ERASED', 'Usunięto dane osobowe')
