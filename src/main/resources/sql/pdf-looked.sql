-- after a while without a look documents.pdf was off, or no bridge ran: what was sold meanwhile is left alone
INSERT INTO document_pdf_shops (shop, since, looked_at)
VALUES (:#shop, UTC_TIMESTAMP(3) - INTERVAL :#upMillis * 1000 MICROSECOND, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE since = IF(looked_at < UTC_TIMESTAMP(3) - INTERVAL 15 MINUTE, GREATEST(since, VALUES(since)), since), looked_at = VALUES(looked_at)
