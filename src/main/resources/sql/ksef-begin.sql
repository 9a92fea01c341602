-- one bridge asks: not when another one has just begun to, nor while KSeF wants to be left alone. A time that lies ahead is of a clock that was set back
UPDATE ksef_accounts SET begun_at = UTC_TIMESTAMP(3)
WHERE account = :#account
  AND (begun_at IS NULL OR begun_at > UTC_TIMESTAMP(3) OR begun_at <= UTC_TIMESTAMP(3) - INTERVAL :#quietMillis * 1000 MICROSECOND)
  AND (not_before IS NULL OR not_before <= UTC_TIMESTAMP(3) OR not_before > UTC_TIMESTAMP(3) + INTERVAL 2 HOUR)
