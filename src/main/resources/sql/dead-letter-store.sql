-- one open row for each order and step: a further failure counts there (I3)
INSERT INTO dead_letters (shop, shop_order_id, step, error, first_failed_at, last_failed_at, next_attempt_at, payload)
VALUES (:#shop, :#orderId, :#step, :#error, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),
  UTC_TIMESTAMP(3) + INTERVAL :#waitMillis * 1000 MICROSECOND, :#payload)
ON DUPLICATE KEY UPDATE error = VALUES(error), attempts = attempts + 1, last_failed_at = VALUES(last_failed_at),
  next_attempt_at = VALUES(next_attempt_at), payload = VALUES(payload), refetch = FALSE
