-- what was known of the buyer goes with it
DELETE FROM ksef_invoices WHERE account = :#account AND ksef_number = :#ksefNumber
