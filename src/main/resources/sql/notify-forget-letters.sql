-- nobody is told again of what is over; the rest of very many goes with the next message
DELETE FROM notified_letters
WHERE told_at < UTC_TIMESTAMP(3) - INTERVAL 90 DAY
  AND NOT EXISTS (SELECT 1 FROM dead_letters d WHERE d.id = notified_letters.letter_id AND d.state = 'OPEN')
LIMIT 1000
