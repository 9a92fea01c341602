-- one row more than the table holds, so that it can say that rows were left out
SELECT o.shop_order_id, o.number, o.confirmed_number, o.placed_at, o.zone, o.state, o.status, o.document, o.buyer,
  o.total, o.currency, i.erp_number, i.payment_rule, i.due_date,
  (SELECT GROUP_CONCAT(s.number ORDER BY s.document_id SEPARATOR ', ') FROM sales_documents s WHERE s.import_id = i.id) AS documents,
  (SELECT GROUP_CONCAT(d.error SEPARATOR '\n') FROM dead_letters d
    WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.state = 'OPEN') AS problem
FROM orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
WHERE o.shop = :#shop AND (:#state = '' OR o.state = :#state)
  AND (:#q = '' OR o.number LIKE :#like OR o.confirmed_number = :#q OR o.buyer LIKE :#like
    OR EXISTS (SELECT 1 FROM imports n LEFT JOIN sales_documents s ON s.import_id = n.id
      WHERE n.shop = o.shop AND n.shop_order_id = o.shop_order_id AND (n.erp_number LIKE :#like OR s.number LIKE :#like)))
ORDER BY o.shop_order_id DESC
LIMIT 10001
