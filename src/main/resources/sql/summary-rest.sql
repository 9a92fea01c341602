SELECT (SELECT COUNT(*) FROM dead_letters WHERE shop IN (:#in:shops) AND state = 'OPEN') AS dead_letters,
  (SELECT IF(COUNT(*) = 1, MAX(last_order_id), NULL) FROM cursors WHERE shop IN (:#in:shops)) AS cursor_at
