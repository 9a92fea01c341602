-- I10: a write without an answer may still be going on, so the buyer is nobody's, and the import unclear, until it can no longer be
UPDATE buyers b LEFT JOIN imports i ON :#hasIntended AND i.shop = b.shop AND i.shop_order_id = :#orderId AND i.step IN ('ISSUING', 'EDITING', 'WITHDRAWING', 'SELLING')
SET b.claim_token = NULL, b.claimed_until = IF(:#leftAlone = 0, '1970-01-01', UTC_TIMESTAMP(3) + INTERVAL :#leftAlone * 1000 MICROSECOND),
  i.unclear_until = UTC_TIMESTAMP(3) + INTERVAL :#leftAlone * 1000 MICROSECOND
WHERE b.shop = :#shop AND b.buyer_key = :#buyerKey AND b.claim_token = :#claim
