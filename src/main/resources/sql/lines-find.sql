SELECT line_no, code, name, quantity, unit, value, tax, delivery FROM order_lines
WHERE shop = :#shop AND shop_order_id = :#orderId ORDER BY line_no
