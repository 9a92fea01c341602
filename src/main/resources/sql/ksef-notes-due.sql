SELECT k.import_id, k.document_id, k.ksef_number, s.number, i.shop, i.shop_order_id
FROM ksef_documents k
JOIN imports i ON i.id = k.import_id AND i.shop IN (:#in:accountShops)
JOIN sales_documents s ON s.import_id = k.import_id AND s.document_id = k.document_id AND s.kind = 'FV'
WHERE k.note = 'DUE'
ORDER BY k.import_id
LIMIT 50
