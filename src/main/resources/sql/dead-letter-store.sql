-- one open row for each order and step, of reviews for each cause: a further failure counts there (I3). Of an order that was closed meanwhile, with nothing left to do to its ZMO,
-- it is closed as well: nobody would try it any more
INSERT INTO dead_letters (shop, shop_order_id, step, `system`, cause, waits_for, arguments, words, error, first_failed_at, last_failed_at,
  next_attempt_at, payload, hold, state, closed_at, reason)
SELECT r.shop, r.shop_order_id, :#step, :#system, :#cause, :#waitsFor, :#arguments, :#words, :#error, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),
  UTC_TIMESTAMP(3) + INTERVAL :#waitMillis * 1000 MICROSECOND, :#payload, :#hold,
  IF(r.is_over, 'RESOLVED', 'OPEN'), IF(r.is_over, UTC_TIMESTAMP(3), NULL), IF(r.is_over, r.closed_reason, NULL)
FROM (SELECT o.shop, o.shop_order_id, o.closed_reason,
    o.state = 'CLOSED' AND (:#step = 'REALISE' OR :#step = 'IMPORT' AND i.change_due IS NULL AND i.step <> 'WITHDRAWING') AS is_over
  FROM orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
  WHERE o.shop = :#shop AND o.shop_order_id = :#orderId) r
ON DUPLICATE KEY UPDATE `system` = VALUES(`system`), cause = VALUES(cause), waits_for = VALUES(waits_for), arguments = VALUES(arguments),
  words = VALUES(words), error = VALUES(error), attempts = attempts + 1, last_failed_at = VALUES(last_failed_at),
  next_attempt_at = VALUES(next_attempt_at), payload = VALUES(payload), hold = VALUES(hold), refetch = FALSE
