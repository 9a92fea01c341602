-- of a seller who is asked about for the first time, the invoices of the last week are asked for
INSERT IGNORE INTO ksef_accounts (account, since, from_at) VALUES (:#account, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) - INTERVAL 7 DAY)
