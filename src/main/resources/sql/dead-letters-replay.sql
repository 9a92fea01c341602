-- all open ones, or those of one cause, with the shop's current data
UPDATE dead_letters SET next_attempt_at = UTC_TIMESTAMP(3), refetch = TRUE, actor = NULLIF(LEFT(:#actor, 100), '')
WHERE shop IN (:#in:shops) AND state = 'OPEN' AND (:#wantedCause = '' OR id IN (:#in:letters))
