-- those of one cause, with the shop's current data
UPDATE dead_letters SET next_attempt_at = UTC_TIMESTAMP(3), refetch = TRUE
WHERE shop IN (:#in:shops) AND state = 'OPEN' AND id IN (:#in:letters)
