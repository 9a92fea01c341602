-- KSeF's limit is 8 questions a second, 16 a minute, 20 an hour: each takes a place for 270 seconds, and there are six. So no hour has more than 19, no minute more than 7,
-- whoever asks; a time far ahead is of a clock that was set back
UPDATE ksef_accounts
SET full_until = IF(full_until BETWEEN UTC_TIMESTAMP(3) AND UTC_TIMESTAMP(3) + INTERVAL 28 MINUTE, full_until, UTC_TIMESTAMP(3)) + INTERVAL 270 SECOND
WHERE account = :#account
  AND (full_until IS NULL OR full_until <= UTC_TIMESTAMP(3) + INTERVAL 1350 SECOND OR full_until > UTC_TIMESTAMP(3) + INTERVAL 28 MINUTE)
