-- the attempt failed before it knew whose lease it has; nothing was begun by it
UPDATE buyers SET claim_token = NULL, claimed_until = '1970-01-01'
WHERE shop = :#shop AND claim_token = :#claim
