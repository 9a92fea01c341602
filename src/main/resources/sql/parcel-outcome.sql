UPDATE parcels SET state = :#parcelState, parcel_id = :#parcelInShop, shipping_id = :#shippingId, attempts = :#attempts,
  next_attempt_at = UTC_TIMESTAMP(3) + INTERVAL :#waitMillis * 1000 MICROSECOND, done_at = IF(:#parcelState = 'DONE', UTC_TIMESTAMP(3), NULL),
  `system` = :#system, cause = :#cause, arguments = :#arguments, words = :#words
WHERE id = :#parcelId AND state IN ('DUE', 'WRITING')
