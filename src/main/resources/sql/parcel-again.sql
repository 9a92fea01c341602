-- a person has seen why it is not there, and hands it in once more
UPDATE parcels SET state = 'DUE', carrier = :#carrier, shipping_id = :#shippingId, sent = :#parcelSent, actor = :#parcelActor, intent_at = NULL, attempts = 0,
  next_attempt_at = UTC_TIMESTAMP(3), `system` = NULL, cause = NULL, arguments = NULL, words = NULL
WHERE shop = :#parcelShop AND shop_order_id = :#orderId AND number = :#parcelNumber AND state IN ('REFUSED', 'UNCLEAR')
