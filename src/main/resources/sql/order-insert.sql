-- E1: one that was cancelled before it was first seen is closed from the start, and looked at for a while (E2); D1: one without a document is not looked at
-- never an order that is in the register already (orders-known); one that came in this very moment is an error, and tried again
INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, closed_reason, watch_until, due_step, placed_at, zone, status_id, status,
  realise_since, document, buyer_key, buyer, total, currency, card, raw, shop_digest, received_at, updated_at)
VALUES (:#shop, :#orderId, :#number, :#confirmedNumber, :#state, :#reason,
  IF(:#endedInShop, UTC_TIMESTAMP(3) + INTERVAL 14 DAY, NULL), :#dueStep, :#placedAt, :#zone, :#statusId, :#status,
  IF(:#realiseNow, UTC_TIMESTAMP(3), NULL), :#documentOfNew, :#buyerKey, :#buyer, :#total, :#currency, :#card, :#raw, :#digest,
  UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))
