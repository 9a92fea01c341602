SELECT (SELECT COUNT(*) FROM dead_letters WHERE shop = :#shop AND state = 'OPEN') AS dead_letters,
  (SELECT last_order_id FROM cursors WHERE shop = :#shop) AS cursor_at
