INSERT INTO order_lines (shop, shop_order_id, line_no, code, name, quantity, unit, value, tax, delivery)
VALUES (:#shop, :#orderId, :#lineNo, :#code, :#name, :#quantity, :#unit, :#value, :#tax, :#delivery)
