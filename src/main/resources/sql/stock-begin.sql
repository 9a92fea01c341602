-- one bridge compares: not while another one is at it, nor when one has just begun to. A time that lies ahead is of a clock that was set back
UPDATE stock_polls SET holder = :#holder, held_until = UTC_TIMESTAMP(3) + INTERVAL 5 MINUTE, begun_at = UTC_TIMESTAMP(3)
WHERE shop = :#keptShop
  AND (held_until IS NULL OR held_until <= UTC_TIMESTAMP(3) OR held_until > UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE)
  AND (begun_at IS NULL OR begun_at > UTC_TIMESTAMP(3) OR begun_at <= UTC_TIMESTAMP(3) - INTERVAL :#quietMillis * 1000 MICROSECOND)
