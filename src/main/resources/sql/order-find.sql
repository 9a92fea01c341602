-- the order of this id in each of the shops
SELECT o.shop, o.shop_order_id, o.number, o.confirmed_number, o.placed_at, o.zone, o.state, o.status_id, o.status, o.document,
  o.total, o.currency, o.card, o.closed_reason, o.received_at,
  i.payment_form_id, i.payment_rule, i.due_date, i.erp_order_id, i.erp_number,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', s.document_id, 'number', s.number)) FROM sales_documents s WHERE s.import_id = i.id) AS documents,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('step', d.step, 'system', d.`system`, 'cause', d.cause, 'arguments', d.arguments, 'words', d.words,
    'error', d.error)) FROM dead_letters d
    WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.state = 'OPEN') AS problems
FROM orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
WHERE o.shop IN (:#in:shops) AND o.shop_order_id = :#orderId
ORDER BY o.shop
