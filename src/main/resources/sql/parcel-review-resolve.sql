-- unless another parcel of the order is not there
UPDATE dead_letters SET state = 'RESOLVED', closed_at = UTC_TIMESTAMP(3), reason = 'Sklep ma numer przesyłki'
WHERE shop = :#parcelShop AND shop_order_id = :#orderId AND step = 'REVIEW' AND state = 'OPEN' AND cause IN ('PARCEL_REFUSED', 'PARCEL_UNCLEAR')
  AND NOT EXISTS (SELECT 1 FROM parcels p WHERE p.shop = :#parcelShop AND p.shop_order_id = :#orderId
    AND p.state = IF(dead_letters.cause = 'PARCEL_REFUSED', 'REFUSED', 'UNCLEAR'))
