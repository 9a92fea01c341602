-- E2: alive again, and its ZMO is there still; it is compared with its row anew, and sold once it has a realise status again
UPDATE orders o
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
SET o.state = 'ISSUED', o.closed_reason = NULL, o.watch_until = NULL, o.updated_at = UTC_TIMESTAMP(3), i.change_due = NULL, o.shop_digest = NULL,
  o.realise_since = IF(:#realiseNow, UTC_TIMESTAMP(3), NULL), o.due_step = IF(:#realiseNow, 'REALISE', NULL)
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId AND o.state = 'CLOSED' AND i.step IN ('ISSUED', 'SELLING')
