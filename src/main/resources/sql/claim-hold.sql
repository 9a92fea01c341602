-- I8: a write that was held up after its intent; changes nothing when the lease has ended
UPDATE buyers SET claimed_until = UTC_TIMESTAMP(3) + INTERVAL 120 SECOND
WHERE claim_token = :#claim AND claimed_until >= UTC_TIMESTAMP(3)
