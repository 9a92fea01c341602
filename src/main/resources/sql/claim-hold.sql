-- I8, I10: a write that was held up after its intent; changes nothing when the lease has ended
UPDATE buyers b LEFT JOIN imports i ON i.id = :#importId AND i.step IN ('ISSUING', 'EDITING', 'WITHDRAWING', 'SELLING')
SET b.claimed_until = UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND,
  i.unclear_until = UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND
WHERE b.claim_token = :#claim AND b.claimed_until >= UTC_TIMESTAMP(3)
  AND NOT EXISTS (SELECT 1 FROM erp_stops s WHERE s.erp = :#erp AND s.stopped_at IS NOT NULL) -- S6
