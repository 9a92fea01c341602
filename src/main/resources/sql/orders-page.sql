SELECT o.shop, o.shop_order_id, o.number, o.confirmed_number, o.placed_at, o.zone, o.state, o.status_id, o.status, o.document,
  o.total, o.currency, o.card, o.closed_reason, o.received_at,
  i.payment_form_id, i.payment_rule, i.due_date, i.erp_order_id, i.erp_number,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', s.document_id, 'number', s.number)) FROM sales_documents s WHERE s.import_id = i.id) AS documents,
  (SELECT GROUP_CONCAT(d.error SEPARATOR '\n') FROM dead_letters d
    WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.state = 'OPEN') AS problem
FROM orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
WHERE o.shop = :#shop AND (:#state = '' OR o.state = :#state)
  AND (:#q = '' OR o.number LIKE :#like OR o.confirmed_number = :#q OR o.buyer LIKE :#like
    OR EXISTS (SELECT 1 FROM imports n LEFT JOIN sales_documents s ON s.import_id = n.id
      WHERE n.shop = o.shop AND n.shop_order_id = o.shop_order_id AND (n.erp_number LIKE :#like OR s.number LIKE :#like)))
ORDER BY o.shop_order_id DESC
LIMIT :#size OFFSET :#offset
