-- imported but not realised, stuck before the import, or not in the register yet; not what this very poll fetched. One that its rule keeps
-- from being realised (D1) leaves at the end of its days. Each is in one of ten parts by its id, and those whose bits are set have their turn; what waits for goods (Z4), may still
-- be built (S1) or has not been seen (S8) has it always. Or those that are listed, whatever their turn. After these, in the room that
-- their last page has, some of those that have ended (E2, E6)
SELECT f.shop_order_id, IF(f.seen_at IS NULL, o.state, 'WAITING') AS state, o.status_id, o.status, o.realise_since IS NOT NULL OR COALESCE(o.state = 'ISSUED' AND o.closed_reason IS NOT NULL, FALSE) AS realise_due,
  IF(f.seen_at IS NULL,
    o.received_at < UTC_TIMESTAMP(3) - INTERVAL :#watchDays DAY AND NOT EXISTS (SELECT 1 FROM dead_letters d
      WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.step = 'REVIEW' AND d.state = 'OPEN'),
    COALESCE(f.forget_at, f.seen_at + INTERVAL :#watchDays DAY) < UTC_TIMESTAMP(3) OR f.why = 'GAP' AND f.shop_order_id < COALESCE(
      (SELECT n.shop_order_id FROM waiting n WHERE n.shop = :#shop AND n.why = 'GAP' ORDER BY n.shop_order_id DESC LIMIT 1 OFFSET 499), 0)
  ) AS expired,
  EXISTS (SELECT 1 FROM dead_letters d WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id
    AND d.step = 'REALISE' AND d.state = 'OPEN') AS realise_waits,
  f.why, f.look, TIMESTAMPDIFF(SECOND, f.seen_at, UTC_TIMESTAMP()) AS known_seconds,
  TIMESTAMPDIFF(SECOND, '1970-01-01', o.placed_at) AS placed_seconds, o.zone, o.total, o.buyer,
  o.shop_digest, o.card IS NOT NULL AND o.state <> 'RECEIVED' AS compared, COALESCE(i.step = 'SELLING', FALSE) AS selling,
  (SELECT GROUP_CONCAT(d.cause, ' ', d.state) FROM dead_letters d WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id
    AND d.step = 'REVIEW' AND d.state <> 'RESOLVED') AS reviews
FROM (
  SELECT shop, shop_order_id, NULL AS seen_at, NULL AS forget_at, NULL AS why, NULL AS look FROM orders
  WHERE NOT :#ended AND shop = :#shop AND shop_order_id > :#watchedAfter AND shop_order_id <= :#watchUpTo
    AND (state = 'ISSUED' OR (state = 'RECEIVED' AND due_step IS NULL))
    AND (closed_reason IS NULL OR received_at > UTC_TIMESTAMP(3) - INTERVAL :#watchDays DAY)
    AND :#parts >> (shop_order_id * 618034 MOD 1000000 DIV 100000) & 1
  UNION ALL
  SELECT d.shop, d.shop_order_id, NULL, NULL, NULL, NULL FROM dead_letters d
    JOIN orders r ON r.shop = d.shop AND r.shop_order_id = d.shop_order_id AND r.state = 'ISSUED'
  WHERE NOT :#ended AND d.shop = :#shop AND d.state = 'OPEN' AND d.step = 'REALISE' AND d.shop_order_id > :#watchedAfter AND d.shop_order_id <= :#watchUpTo
    AND NOT :#parts >> (d.shop_order_id * 618034 MOD 1000000 DIV 100000) & 1
  UNION ALL
  SELECT shop, shop_order_id, NULL, NULL, NULL, NULL FROM orders
  WHERE NOT :#ended AND shop = :#shop AND shop_order_id IN (:#in:listed) AND erased_at IS NULL
    AND (state = 'ISSUED' OR (state = 'RECEIVED' AND due_step IS NULL) OR (state IN ('REALISED', 'CLOSED') AND watch_until > UTC_TIMESTAMP(3)))
  UNION ALL
  SELECT shop, shop_order_id, seen_at, forget_at, why, look FROM waiting
  WHERE NOT :#ended AND shop = :#shop AND shop_order_id IN (:#in:listed)
  UNION ALL
  SELECT shop, shop_order_id, seen_at, forget_at, why, look FROM waiting
  WHERE NOT :#ended AND shop = :#shop AND shop_order_id > :#watchedAfter AND shop_order_id <= :#watchUpTo
    AND COALESCE(look_at, seen_at) <= UTC_TIMESTAMP(3)
    AND (why <> 'STATUS' OR :#parts >> (shop_order_id * 618034 MOD 1000000 DIV 100000) & 1)
  UNION ALL
  SELECT shop, shop_order_id, NULL, NULL, NULL, NULL FROM orders FORCE INDEX (orders_ended)
  WHERE :#ended AND shop = :#shop AND watch_until > UTC_TIMESTAMP(3) AND shop_order_id > :#endedAfter
    AND state IN ('REALISED', 'CLOSED') AND erased_at IS NULL
  ORDER BY shop_order_id
  LIMIT :#room) f
LEFT JOIN orders o ON f.seen_at IS NULL AND o.shop = f.shop AND o.shop_order_id = f.shop_order_id
LEFT JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
ORDER BY f.shop_order_id
