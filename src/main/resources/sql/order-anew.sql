-- E2: alive again without a ZMO; it is imported from what the shop says now
UPDATE orders o
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = :#importNo
SET o.state = 'RECEIVED', o.closed_reason = NULL, o.watch_until = NULL, o.updated_at = UTC_TIMESTAMP(3), i.change_due = NULL,
  o.import_no = :#importNo, o.due_step = 'IMPORT', o.read_anew = TRUE, o.realise_since = IF(:#realiseNow, UTC_TIMESTAMP(3), NULL)
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId AND o.state = 'CLOSED'
