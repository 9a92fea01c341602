-- open dead letters by cause; one that the version before wrote has none
SELECT shop, step, COALESCE(cause, 'OTHER') AS cause, COALESCE(waits_for, 'PERSON') AS waits_for, COUNT(*) AS letters,
  TIMESTAMPDIFF(SECOND, MIN(first_failed_at), UTC_TIMESTAMP()) AS oldest_seconds
FROM dead_letters WHERE shop IN (:shops) AND state = 'OPEN'
GROUP BY shop, step, COALESCE(cause, 'OTHER'), COALESCE(waits_for, 'PERSON')
