-- all open ones, or those of one cause, with the shop's current data; those whose write may still be going on keep their time (I10)
UPDATE dead_letters SET next_attempt_at = IF(cause = 'WRITE_UNANSWERED', next_attempt_at, UTC_TIMESTAMP(3)), refetch = TRUE, actor = NULLIF(LEFT(:#actor, 100), '')
WHERE shop IN (:#in:shops) AND state = 'OPEN' AND step <> 'REVIEW' AND (:#wantedCause = '' OR id IN (:#in:letters))
