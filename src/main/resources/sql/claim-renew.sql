UPDATE buyers SET claimed_until = GREATEST(claimed_until, UTC_TIMESTAMP(3) + INTERVAL 45 SECOND)
WHERE claim_token IN (:#in:claims) AND claimed_until >= UTC_TIMESTAMP(3)
