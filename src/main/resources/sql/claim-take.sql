-- I8: the lease; a minute without a renewal and the order is anybody's
UPDATE buyers SET claim_token = :#claim, claimed_until = UTC_TIMESTAMP(3) + INTERVAL 45 SECOND
WHERE shop = :#shop AND buyer_key = :#buyerKey
