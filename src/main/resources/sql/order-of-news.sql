-- what must be known of an order before its ending is judged (S2, E)
SELECT o.state, o.card, o.import_no, i.step AS import_state, i.number, i.erp_number,
  EXISTS (SELECT 1 FROM corrections c WHERE c.import_id = i.id AND c.state IN ('ISSUED', 'BY_HAND') AND c.why = 'RETURNED') AS corrected,
  (SELECT GROUP_CONCAT(s.number ORDER BY s.document_id SEPARATOR ', ') FROM sales_documents s WHERE s.import_id = i.id) AS documents
FROM orders o
LEFT JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId
