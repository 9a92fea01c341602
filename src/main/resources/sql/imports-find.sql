SELECT i.import_no, i.number, i.step, i.erp_order_id, i.erp_number, i.requested_at, i.issued_at, i.sold_at,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', s.document_id, 'number', s.number, 'kind', s.kind)) FROM sales_documents s WHERE s.import_id = i.id) AS documents
FROM imports i
WHERE i.shop = :#shop AND i.shop_order_id = :#orderId
ORDER BY i.import_no
