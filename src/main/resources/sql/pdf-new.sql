-- invoices that nobody has begun with: sold since the last look, while documents.pdf was on; or by the bridge that looks now
SELECT i.id AS import_id, s.document_id, i.shop, i.shop_order_id, JSON_VALUE(o.raw, '$.order.lang_id') AS lang_id,
  COALESCE(JSON_VALUE(o.card, '$.card.decision.outcome.ksef'), 'OPTIONAL') AS ksef_need
FROM document_pdf_shops t
JOIN imports i ON i.shop = t.shop AND i.sold_at >= GREATEST(t.since, t.looked_at - INTERVAL 15 MINUTE)
  AND (i.sold_at <= t.looked_at + INTERVAL 15 MINUTE OR i.sold_at >= UTC_TIMESTAMP(3) - INTERVAL :#upMillis * 1000 MICROSECOND)
JOIN sales_documents s ON s.import_id = i.id AND s.kind = 'FV'
JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id AND o.document = 'INVOICE'
LEFT JOIN document_pdfs d ON d.import_id = s.import_id AND d.document_id = s.document_id
WHERE t.shop = :#shop AND d.import_id IS NULL
ORDER BY i.id, s.document_id
LIMIT 500
