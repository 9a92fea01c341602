-- I2, I8: noted before the write, and only while the claim lasts
UPDATE parcels p JOIN buyers b ON b.shop = p.shop AND b.buyer_key = :#buyerKey
SET p.state = 'WRITING', p.intent_at = UTC_TIMESTAMP(3)
WHERE p.id = :#parcelId AND p.state IN ('DUE', 'WRITING') AND b.claim_token = :#claim AND b.claimed_until > UTC_TIMESTAMP(3)
