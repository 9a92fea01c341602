-- I2: before the write; also one that a person has issued by hand. Until unclear_until the write may be going on, whatever has become of this process (I10)
INSERT INTO corrections (shop, shop_order_id, import_id, corrects, corrects_number, why, state, marker, version, body, number, before_total, after_total, actor,
  kept_card, kept_raw, kept_digest, begun_at, unclear_until, ended_at)
VALUES (:#shop, :#orderId, :#importId, :#corrects, :#correctsNumber, :#correctionWhy, :#correctionState, :#correctionMarker, :#correctionVersion,
  :#correctionBody, :#correctionNumber, :#correctedFrom, :#correctedTo, NULLIF(LEFT(:#correctionActor, 100), ''),
  IF(:#correctionState = 'SENDING', :#keptCard, NULL), IF(:#correctionState = 'SENDING', :#keptRaw, NULL), IF(:#correctionState = 'SENDING', :#keptDigest, NULL),
  UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND, IF(:#correctionState = 'SENDING', NULL, UTC_TIMESTAMP(3)))
