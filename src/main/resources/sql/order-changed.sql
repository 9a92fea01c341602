-- S2, S4: its ZMO is to be edited; not while a write to the ERP is under way
UPDATE orders o
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
SET o.shop_digest = :#digest, o.due_step = 'IMPORT', o.updated_at = UTC_TIMESTAMP(3), i.change_due = 'EDIT'
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId AND o.state = 'ISSUED' AND i.step = 'ISSUED'
