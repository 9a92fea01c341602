-- KSeF can list an invoice twice, and so can an attempt that was broken off: its KSeF number says that it is the same
INSERT IGNORE INTO ksef_invoices (account, ksef_number, invoice_number, buyer_type, buyer_id, gross, currency, mode, accepted_at, seen_at)
VALUES (:#account, :#ksefNumber, :#invoiceNumber, :#buyerType, :#buyerId, :#gross, :#currency, :#mode, :#acceptedAt, UTC_TIMESTAMP(3))
