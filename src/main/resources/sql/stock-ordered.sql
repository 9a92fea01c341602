-- what orders take that the ERP did not know when it was asked: they have no ZMO, or got it since
SELECT l.shop_order_id, l.code, l.quantity FROM orders o JOIN order_lines l ON l.shop = o.shop AND l.shop_order_id = o.shop_order_id
WHERE o.shop = :#shop AND o.state = 'RECEIVED' AND NOT l.delivery
UNION ALL
SELECT l.shop_order_id, l.code, l.quantity FROM imports i
JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id AND o.import_no = i.import_no AND o.state <> 'RECEIVED'
JOIN order_lines l ON l.shop = i.shop AND l.shop_order_id = i.shop_order_id
WHERE i.shop = :#shop AND i.issued_at >= :#erpReadAt AND NOT l.delivery
