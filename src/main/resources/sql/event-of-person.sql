-- what a person does to the order of the request
INSERT INTO events (shop, shop_order_id, at, kind, text, code, arguments)
VALUES (:#shop, :#orderId, UTC_TIMESTAMP(3), :#deed, :#deedText, :#deed, :#deedArguments)
