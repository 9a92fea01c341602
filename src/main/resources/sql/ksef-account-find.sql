SELECT from_at, page FROM ksef_accounts WHERE account = :#account
