-- orders-page.sql by another column than the order in which orders came. The newest that fit are chosen in the index alone; no more than these are read and sorted
SELECT o.shop, o.shop_order_id, o.number, o.confirmed_number, o.placed_at, o.zone, o.state, o.status_id, o.status, o.document,
  o.total, o.currency, o.card, o.closed_reason, o.received_at,
  i.payment_form_id, i.payment_rule, i.due_date, i.erp_order_id, i.erp_number,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', s.document_id, 'number', s.number, 'kind', s.kind,
    'ksefNeed', k.need, 'ksefNumber', k.ksef_number, 'ksefAt', k.accepted_at, 'ksefMode', k.mode, 'ksefMissing', k.missing_at IS NOT NULL,
    'ksefDue', i.sold_at >= GREATEST(COALESCE((SELECT MIN(a.since) FROM ksef_accounts a), UTC_TIMESTAMP(3)) - INTERVAL 7 DAY, UTC_TIMESTAMP(3) - INTERVAL 30 DAY)))
    FROM sales_documents s LEFT JOIN ksef_documents k ON s.kind = 'FV' AND k.import_id = s.import_id AND k.document_id = s.document_id
    WHERE s.import_id = i.id) AS documents,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('step', d.step, 'system', d.`system`, 'cause', d.cause, 'arguments', d.arguments, 'words', d.words,
    'error', d.error)) FROM dead_letters d
    WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.state = 'OPEN') AS problems
FROM (SELECT s.shop, s.shop_order_id FROM (SELECT shop, shop_order_id FROM orders FORCE INDEX (orders_list)
  WHERE shop IN (:#in:shops) AND (:#state = '' OR state = :#state) AND (:#statusId = -1 OR status_id = :#statusId)
  AND (:#dated = 'false' OR placed_at >= :#placedFrom AND placed_at < :#placedUntil)
  AND (:#stuck = 'false' OR (shop, shop_order_id) IN (SELECT d.shop, d.shop_order_id FROM dead_letters d WHERE d.state = 'OPEN' AND d.step <> 'REVIEW'))
  AND search LIKE :#word1 AND search LIKE :#word2 AND search LIKE :#word3 AND search LIKE :#word4
  ORDER BY received_at DESC, shop_order_id DESC, shop LIMIT :#mostSorted) newest
  JOIN orders s ON s.shop = newest.shop AND s.shop_order_id = newest.shop_order_id
  ORDER BY CASE :#sort WHEN 'PLACEDAT' THEN s.placed_at END, CASE :#sort WHEN '-PLACEDAT' THEN s.placed_at END DESC,
    CASE :#sort WHEN 'BUYER' THEN s.buyer COLLATE utf8mb4_polish_ci END, CASE :#sort WHEN '-BUYER' THEN s.buyer COLLATE utf8mb4_polish_ci END DESC,
    CASE :#sort WHEN 'TOTAL' THEN s.total END, CASE :#sort WHEN '-TOTAL' THEN s.total END DESC, s.received_at DESC, s.shop_order_id DESC, s.shop LIMIT :#size OFFSET :#offset) f
JOIN orders o ON o.shop = f.shop AND o.shop_order_id = f.shop_order_id
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
ORDER BY CASE :#sort WHEN 'PLACEDAT' THEN o.placed_at END, CASE :#sort WHEN '-PLACEDAT' THEN o.placed_at END DESC,
  CASE :#sort WHEN 'BUYER' THEN o.buyer COLLATE utf8mb4_polish_ci END, CASE :#sort WHEN '-BUYER' THEN o.buyer COLLATE utf8mb4_polish_ci END DESC,
  CASE :#sort WHEN 'TOTAL' THEN o.total END, CASE :#sort WHEN '-TOTAL' THEN o.total END DESC, o.received_at DESC, o.shop_order_id DESC, o.shop
