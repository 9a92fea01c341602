-- which workers of which shops have something to do
SELECT DISTINCT shop, 'import' AS worker FROM orders WHERE due_step = 'IMPORT'
UNION ALL
SELECT DISTINCT shop, 'realise' FROM orders WHERE due_step = 'REALISE'
UNION ALL
SELECT DISTINCT shop, 'redeliver' FROM dead_letters WHERE state = 'OPEN' AND step <> 'REVIEW' AND next_attempt_at <= UTC_TIMESTAMP(3)
UNION ALL
SELECT DISTINCT shop, 'feedback' FROM feedback WHERE state = 'DUE'
