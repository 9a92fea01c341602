-- bridges match one after the other
SELECT account FROM ksef_accounts WHERE account = :#account FOR UPDATE
