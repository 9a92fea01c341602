-- open dead letters by cause; one that the version before wrote has none. Whatever is open is tried again in time (I3), but what a person looks at
SELECT shop, step, COALESCE(cause, 'OTHER') AS cause, COALESCE(waits_for, 'PERSON') AS waits_for, COUNT(*) AS letters,
  TIMESTAMPDIFF(SECOND, MIN(first_failed_at), UTC_TIMESTAMP()) AS oldest_seconds,
  CAST(SUM(step <> 'REVIEW' AND next_attempt_at < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR) AS SIGNED) AS forgotten
FROM dead_letters WHERE shop IN (:shops) AND state = 'OPEN'
GROUP BY shop, step, COALESCE(cause, 'OTHER'), COALESCE(waits_for, 'PERSON')
