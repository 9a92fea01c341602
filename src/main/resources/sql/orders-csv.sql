-- a piece of the table: what comes after the last order of the piece before
SELECT o.shop, o.shop_order_id, o.number, o.confirmed_number, o.placed_at, o.zone, o.state, o.status,
  IF(o.state = 'CLOSED' AND JSON_VALUE(o.card, '$.card.decision.outcome.kind') = 'NONE', NULL, o.document) AS document, o.buyer,
  o.total, o.currency, i.erp_number, i.payment_rule, i.due_date,
  (SELECT GROUP_CONCAT(s.number ORDER BY s.document_id SEPARATOR ', ') FROM sales_documents s WHERE s.import_id = i.id) AS documents,
  (SELECT GROUP_CONCAT(k.ksef_number ORDER BY k.document_id SEPARATOR ', ') FROM ksef_documents k WHERE k.import_id = i.id) AS ksef_numbers,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('step', d.step, 'system', d.`system`, 'cause', d.cause, 'arguments', d.arguments, 'words', d.words,
    'error', d.error)) FROM dead_letters d
    WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.state = 'OPEN') AS problems
FROM (SELECT shop, shop_order_id FROM orders FORCE INDEX (orders_list)
  WHERE shop IN (:#in:shops) AND (:#state = '' OR state = :#state) AND (:#statusId = -1 OR status_id = :#statusId)
  AND (:#dated = 'false' OR placed_at >= :#placedFrom AND placed_at < :#placedUntil)
  AND (:#stuck = 'false' OR (shop, shop_order_id) IN (SELECT d.shop, d.shop_order_id FROM dead_letters d WHERE d.state = 'OPEN' AND d.step <> 'REVIEW'))
  AND search LIKE :#word1 AND search LIKE :#word2 AND search LIKE :#word3 AND search LIKE :#word4
  AND (:#afterShop = '' OR shop < :#afterShop OR shop = :#afterShop AND shop_order_id < :#afterOrder)
  ORDER BY shop DESC, shop_order_id DESC LIMIT 500) f
JOIN orders o ON o.shop = f.shop AND o.shop_order_id = f.shop_order_id
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
ORDER BY o.shop DESC, o.shop_order_id DESC
