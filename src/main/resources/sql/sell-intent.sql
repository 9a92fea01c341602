-- I2: before the documents are issued; changes nothing for an order that is closed, imported anew or changed in the shop (S4); the lease outlives the write even if it cannot be renewed (Claims.isHeldUp)
-- until unclear_until the write may be going on, whatever has become of this process (I10)
UPDATE imports i JOIN buyers b ON b.shop = i.shop AND b.buyer_key = :#buyerKey
SET i.step = 'SELLING', i.sells = :#sells, i.intent_at = UTC_TIMESTAMP(3), i.unclear_until = UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND,
  b.claimed_until = UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND
WHERE i.id = :#importId AND i.step IN ('ISSUED', 'SELLING') AND i.change_due IS NULL AND i.made_from IS NULL
  AND b.claim_token = :#claim AND b.claimed_until >= UTC_TIMESTAMP(3)
  AND EXISTS (SELECT 1 FROM orders o WHERE o.shop = i.shop AND o.shop_order_id = i.shop_order_id AND o.import_no = i.import_no
    AND o.state = 'ISSUED')
  AND NOT EXISTS (SELECT 1 FROM erp_stops s WHERE s.erp = :#erp AND s.stopped_at IS NOT NULL) -- S6
