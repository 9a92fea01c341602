-- the next one; none while an order waits for the same ERP, unless it has waited for an hour itself
SELECT d.*, s.number AS document_number, i.sold_at, o.zone, o.number, o.confirmed_number,
  JSON_VALUE(o.card, '$.card.contractor.email') AS email, JSON_VALUE(o.raw, '$.order.lang_id') AS lang_id
FROM document_pdfs d
JOIN sales_documents s ON s.import_id = d.import_id AND s.document_id = d.document_id AND s.kind = 'FV'
JOIN imports i ON i.id = d.import_id
JOIN orders o ON o.shop = d.shop AND o.shop_order_id = d.shop_order_id
WHERE d.shop = :#shop AND d.due_at <= UTC_TIMESTAMP(3) AND d.held_until < UTC_TIMESTAMP(3)
  AND (:#waitsForKsef = FALSE OR d.ksef_need <> 'REQUIRED' OR d.mail_state = 'SENDING' OR EXISTS (SELECT 1 FROM ksef_documents k
    WHERE k.import_id = d.import_id AND k.document_id = d.document_id AND k.ksef_number IS NOT NULL))
  AND (:#mailPaused = FALSE OR d.file_state = 'DUE' OR d.mail_state = 'SENDING')
  AND (d.due_at < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR OR NOT EXISTS (SELECT 1 FROM orders w WHERE w.shop IN (:#in:erpShops) AND w.due_step IN ('IMPORT', 'REALISE')))
ORDER BY d.due_at
LIMIT 1
