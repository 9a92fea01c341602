-- what is a document's already was listed once more
DELETE v FROM ksef_invoices v LEFT JOIN ksef_documents k ON k.ksef_number = v.ksef_number
WHERE v.account = :#account AND (k.ksef_number IS NOT NULL OR v.seen_at < UTC_TIMESTAMP(3) - INTERVAL 14 DAY)
