UPDATE buyers SET claim_token = NULL, claimed_until = '1970-01-01'
WHERE shop = :#shop AND buyer_key = :#buyerKey AND claim_token = :#claim
