-- of an order, KSeF has told everything up to the alarm of these, and they are not in it; one of the same number that does not fit is named.
-- With them those of its open review, which names all of them
SELECT k.import_id, k.document_id, i.shop, i.shop_order_id, s.number, k.missing_at IS NULL AS is_new,
  EXISTS (SELECT 1 FROM ksef_invoices v WHERE v.account = :#account AND v.invoice_number = s.number) AS is_another
FROM (SELECT DISTINCT j.shop, j.shop_order_id, a.since, a.complete_at
  FROM ksef_documents m
  JOIN imports j ON j.id = m.import_id
  JOIN sales_documents x ON x.import_id = m.import_id AND x.document_id = m.document_id AND x.kind = 'FV'
  JOIN ksef_accounts a ON a.account = :#account
  WHERE m.need = 'REQUIRED' AND m.missing_at IS NULL AND m.ksef_number IS NULL AND j.shop IN (:#in:accountShops)
    AND j.sold_at >= a.since AND j.sold_at <= a.complete_at - INTERVAL :#alarmMillis * 1000 MICROSECOND
  LIMIT 100) o
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id
  AND i.sold_at >= o.since AND i.sold_at <= o.complete_at - INTERVAL :#alarmMillis * 1000 MICROSECOND
JOIN ksef_documents k ON k.import_id = i.id AND k.need = 'REQUIRED' AND k.ksef_number IS NULL
JOIN sales_documents s ON s.import_id = k.import_id AND s.document_id = k.document_id AND s.kind = 'FV'
WHERE k.missing_at IS NULL OR EXISTS (SELECT 1 FROM dead_letters d WHERE d.shop = i.shop AND d.shop_order_id = i.shop_order_id
    AND d.step = 'REVIEW' AND d.state = 'OPEN' AND d.cause = 'KSEF_MISSING')
ORDER BY i.shop, i.shop_order_id, k.import_id, k.document_id
