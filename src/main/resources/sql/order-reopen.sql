-- an operator wants a closed order back
UPDATE orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
SET o.state = IF(i.erp_order_id IS NULL, 'RECEIVED', 'ISSUED'), o.closed_reason = NULL, o.updated_at = UTC_TIMESTAMP(3)
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId AND o.state = 'CLOSED'
