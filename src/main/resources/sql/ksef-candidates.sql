-- invoices of KSeF that have the number of a sales document without a KSeF number
SELECT v.ksef_number, v.invoice_number, v.buyer_type, v.buyer_id, v.gross, v.currency AS ksef_currency, v.mode, v.accepted_at,
  s.import_id, s.document_id, i.shop, i.shop_order_id, o.total, o.currency, o.card,
  (SELECT COUNT(*) FROM sales_documents x WHERE x.import_id = s.import_id AND x.kind = 'FV') AS documents
FROM ksef_invoices v
JOIN sales_documents s ON s.number = v.invoice_number AND s.kind = 'FV'
JOIN ksef_documents k ON k.import_id = s.import_id AND k.document_id = s.document_id AND k.ksef_number IS NULL
JOIN imports i ON i.id = s.import_id AND i.shop IN (:#in:accountShops)
JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id
WHERE v.account = :#account AND v.ksef_number > :#after
ORDER BY v.ksef_number
LIMIT 100
