-- I2: before the documents are issued; changes nothing for an order that is closed or imported anew; the lease outlives the write even if it cannot be renewed (Claims.isHeldUp)
UPDATE imports i JOIN buyers b ON b.shop = i.shop AND b.buyer_key = :#buyerKey
SET i.step = 'SELLING', i.intent_at = UTC_TIMESTAMP(3), b.claimed_until = UTC_TIMESTAMP(3) + INTERVAL 120 SECOND
WHERE i.id = :#importId AND i.step IN ('ISSUED', 'SELLING') AND b.claim_token = :#claim AND b.claimed_until >= UTC_TIMESTAMP(3)
  AND EXISTS (SELECT 1 FROM orders o WHERE o.shop = i.shop AND o.shop_order_id = i.shop_order_id AND o.import_no = i.import_no
    AND o.state = 'ISSUED')
