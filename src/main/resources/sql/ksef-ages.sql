-- how long ago KSeF answered
SELECT account, TIMESTAMPDIFF(SECOND, COALESCE(answered_at, since), UTC_TIMESTAMP()) AS age FROM ksef_accounts
