-- KSeF has told everything up to the alarm of these, and they are not in it; one of the same number that does not fit is named
SELECT k.import_id, k.document_id, i.shop, i.shop_order_id, s.number,
  EXISTS (SELECT 1 FROM ksef_invoices v WHERE v.account = a.account AND v.invoice_number = s.number) AS is_another
FROM ksef_documents k
JOIN imports i ON i.id = k.import_id
JOIN sales_documents s ON s.import_id = k.import_id AND s.document_id = k.document_id AND s.kind = 'FV'
JOIN ksef_accounts a ON a.account = :#account
WHERE k.need = 'REQUIRED' AND k.missing_at IS NULL AND k.ksef_number IS NULL AND i.shop IN (:#in:accountShops)
  AND i.sold_at >= a.since AND i.sold_at <= a.complete_at - INTERVAL :#alarmMillis * 1000 MICROSECOND
LIMIT 100
