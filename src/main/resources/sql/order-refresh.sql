-- the shop's current data of an order that has no ZMO yet, or that is imported again
UPDATE orders SET placed_at = :#placedAt, zone = :#zone, status_id = :#statusId, status = :#status,
  realise_since = IF(:#realiseNow, COALESCE(realise_since, UTC_TIMESTAMP(3)), realise_since), document = :#document,
  due_step = IF(state = 'RECEIVED', :#dueStep, due_step),
  buyer_key = :#buyerKey, buyer = :#buyer, total = :#total, currency = :#currency, card = :#card, raw = :#raw, shop_digest = :#digest, read_anew = FALSE, erased_at = NULL,
  updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId
