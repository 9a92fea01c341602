-- how many of these a person has given up on
SELECT COUNT(*) AS discarded FROM dead_letters WHERE shop IN (:#in:shops) AND state = 'DISCARDED' AND id IN (:#in:letters)
