-- what orders of every shop of the ERP take that it did not know when it was asked: they have no ZMO, or got it since
SELECT l.shop, l.shop_order_id, l.code, l.quantity FROM orders o JOIN order_lines l ON l.shop = o.shop AND l.shop_order_id = o.shop_order_id
WHERE o.shop IN (:#in:sharing) AND o.state = 'RECEIVED' AND NOT l.delivery
UNION ALL
SELECT l.shop, l.shop_order_id, l.code, l.quantity FROM imports i
JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id AND o.import_no = i.import_no AND o.state <> 'RECEIVED'
JOIN order_lines l ON l.shop = i.shop AND l.shop_order_id = i.shop_order_id
WHERE i.shop IN (:#in:sharing) AND i.issued_at >= :#erpReadAt AND NOT l.delivery
UNION ALL -- L4: a ZMO that reserves nothing, or stands in the buffer (D1) and so has no number, takes its goods with the sale
SELECT l.shop, l.shop_order_id, l.code, l.quantity FROM orders o
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no AND i.issued_at < :#erpReadAt
JOIN order_lines l ON l.shop = o.shop AND l.shop_order_id = o.shop_order_id
WHERE o.shop IN (:#in:sharing) AND (o.shop IN (:#in:unreserved) OR i.erp_number IS NULL) AND o.state = 'ISSUED' AND NOT l.delivery
  AND NOT EXISTS (SELECT 1 FROM sales_documents s WHERE s.import_id = i.id) -- half of them are sold when the goods have left
UNION ALL
SELECT l.shop, l.shop_order_id, l.code, l.quantity FROM imports i
JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id AND o.import_no = i.import_no AND o.state = 'REALISED'
JOIN order_lines l ON l.shop = i.shop AND l.shop_order_id = i.shop_order_id
WHERE i.shop IN (:#in:unreserved) AND i.sold_at >= :#erpReadAt AND i.issued_at < :#erpReadAt AND NOT l.delivery
