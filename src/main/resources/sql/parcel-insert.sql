-- the same number of the same order is one parcel
INSERT IGNORE INTO parcels (shop, shop_order_id, number, carrier, shipping_id, sent, actor, created_at, next_attempt_at)
VALUES (:#parcelShop, :#orderId, :#parcelNumber, :#carrier, :#shippingId, :#parcelSent, :#parcelActor, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))
