-- how far the watched orders have been looked at, and what proved that the shop's filter by status_date cannot be trusted: the first proof stays
INSERT INTO shop_watch (shop, asked_from, looked_at, filter_off_at, filter_off_why, filter_off_order)
VALUES (:#shop, :#askedFrom, :#lookedAt, IF(:#why IS NULL, NULL, UTC_TIMESTAMP(3)), :#why, :#orderId)
ON DUPLICATE KEY UPDATE asked_from = COALESCE(VALUES(asked_from), asked_from), looked_at = COALESCE(VALUES(looked_at), looked_at),
  filter_off_why = COALESCE(filter_off_why, VALUES(filter_off_why)), filter_off_order = COALESCE(filter_off_order, VALUES(filter_off_order)),
  filter_off_at = COALESCE(filter_off_at, VALUES(filter_off_at))
