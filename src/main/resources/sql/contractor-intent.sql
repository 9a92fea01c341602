-- I2: the code is noted before the contractor is created, so that the next attempt asks for it; of one that is updated (K3) the id too
UPDATE buyers SET contractor_code = :#contractorCode, contractor_id = :#cardUpdated, claimed_until = UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND
WHERE shop = :#shop AND buyer_key = :#buyerKey AND claim_token = :#claim AND claimed_until >= UTC_TIMESTAMP(3)
  AND NOT EXISTS (SELECT 1 FROM erp_stops s WHERE s.erp = :#erp AND s.stopped_at IS NOT NULL) -- S6
