SELECT s.document_id, s.number AS document_number, d.file_state, d.file, d.sha1
FROM orders o
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id
JOIN sales_documents s ON s.import_id = i.id AND s.kind = 'FV'
LEFT JOIN document_pdfs d ON d.import_id = s.import_id AND d.document_id = s.document_id
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId AND o.document = 'INVOICE'
ORDER BY i.import_no DESC, s.document_id
