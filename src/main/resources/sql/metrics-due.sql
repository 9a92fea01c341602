-- orders that wait for a worker, and for how long the first of them has
SELECT shop, due_step, COUNT(*) AS orders,
  TIMESTAMPDIFF(SECOND, MIN(IF(due_step = 'REALISE', COALESCE(realise_since, received_at), received_at)), UTC_TIMESTAMP()) AS oldest_seconds
FROM orders WHERE shop IN (:shops) AND due_step IN ('IMPORT', 'REALISE')
GROUP BY shop, due_step
