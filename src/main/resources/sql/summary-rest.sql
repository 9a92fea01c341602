SELECT (SELECT COUNT(*) FROM dead_letters WHERE shop IN (:#in:shops) AND state = 'OPEN' AND step <> 'REVIEW') AS dead_letters,
  (SELECT COUNT(*) FROM dead_letters WHERE shop IN (:#in:shops) AND state = 'OPEN' AND COALESCE(waits_for, 'PERSON') = 'PERSON') AS needs_person,
  (SELECT COUNT(*) FROM dead_letters WHERE shop IN (:#in:shops) AND state = 'OPEN' AND waits_for = 'STOCK') AS waits_for_stock,
  (SELECT COUNT(*) FROM dead_letters WHERE shop IN (:#in:shops) AND state = 'OPEN' AND waits_for = 'SYSTEM') AS waits_for_system,
  (SELECT COUNT(*) FROM dead_letters WHERE shop IN (:#in:shops) AND state = 'OPEN' AND step = 'REVIEW') AS reviews,
  (SELECT IF(COUNT(*) = 1, MAX(last_order_id), NULL) FROM cursors WHERE shop IN (:#in:shops)) AS cursor_at
