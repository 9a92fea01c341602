-- one open row for each order and step: a further failure counts there (I3)
INSERT INTO dead_letters (shop, shop_order_id, step, `system`, cause, waits_for, arguments, words, error, first_failed_at, last_failed_at,
  next_attempt_at, payload)
VALUES (:#shop, :#orderId, :#step, :#system, :#cause, :#waitsFor, :#arguments, :#words, :#error, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),
  UTC_TIMESTAMP(3) + INTERVAL :#waitMillis * 1000 MICROSECOND, :#payload)
ON DUPLICATE KEY UPDATE `system` = VALUES(`system`), cause = VALUES(cause), waits_for = VALUES(waits_for), arguments = VALUES(arguments),
  words = VALUES(words), error = VALUES(error), attempts = attempts + 1, last_failed_at = VALUES(last_failed_at),
  next_attempt_at = VALUES(next_attempt_at), payload = VALUES(payload), refetch = FALSE
