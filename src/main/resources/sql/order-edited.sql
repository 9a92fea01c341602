-- S4: an order that was paid meanwhile is sold now
UPDATE orders o SET due_step = CASE
    WHEN EXISTS (SELECT 1 FROM imports i WHERE i.id = :#importId AND i.change_due IS NOT NULL) THEN 'IMPORT'
    WHEN state = 'ISSUED' AND realise_since IS NOT NULL THEN 'REALISE' END,
  closed_reason = IF(state = 'ISSUED', NULL, closed_reason), -- D1: why it was not realised may be over
  updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId
