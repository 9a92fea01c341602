-- the invoices of the shops that KSeF is asked about; what rule D1 says of them is kept, as the card is erased one day
INSERT IGNORE INTO ksef_documents (import_id, document_id, need)
SELECT i.id, s.document_id, COALESCE(JSON_VALUE(o.card, '$.card.decision.outcome.ksef'), 'OPTIONAL')
FROM ksef_accounts a
JOIN imports i ON i.shop IN (:#in:accountShops) AND i.sold_at >= GREATEST(a.since - INTERVAL 7 DAY, UTC_TIMESTAMP(3) - INTERVAL 30 DAY)
JOIN sales_documents s ON s.import_id = i.id AND s.kind = 'FV'
JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id
LEFT JOIN ksef_documents k ON k.import_id = s.import_id AND k.document_id = s.document_id
WHERE a.account = :#account AND o.document = 'INVOICE' AND k.import_id IS NULL
