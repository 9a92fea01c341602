-- never an order that is in the register already (orders-known); one that came in this very moment is an error, and tried again
INSERT INTO orders (shop, shop_order_id, number, confirmed_number, due_step, placed_at, zone, status_id, status,
  realise_since, document, buyer_key, buyer, total, currency, card, raw, received_at, updated_at)
VALUES (:#shop, :#orderId, :#number, :#confirmedNumber, :#dueStep, :#placedAt, :#zone, :#statusId, :#status,
  IF(:#realiseNow, UTC_TIMESTAMP(3), NULL), :#document, :#buyerKey, :#buyer, :#total, :#currency, :#card, :#raw,
  UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))
