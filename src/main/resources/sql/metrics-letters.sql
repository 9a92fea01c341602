-- open dead letters by the beginning of their words
SELECT shop, step, LEFT(error, 200) AS words, COUNT(*) AS letters,
  TIMESTAMPDIFF(SECOND, MIN(first_failed_at), UTC_TIMESTAMP()) AS oldest_seconds
FROM dead_letters WHERE shop IN (:shops) AND state = 'OPEN'
GROUP BY shop, step, words
