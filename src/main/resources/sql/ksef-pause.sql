UPDATE ksef_accounts SET not_before = UTC_TIMESTAMP(3) + INTERVAL :#pauseSeconds SECOND WHERE account = :#account
