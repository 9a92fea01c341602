-- S4: an order that was paid meanwhile is sold now
UPDATE orders o SET due_step = CASE
    WHEN EXISTS (SELECT 1 FROM imports i WHERE i.id = :#importId AND i.change_due IS NOT NULL) THEN 'IMPORT'
    WHEN state = 'ISSUED' AND realise_since IS NOT NULL THEN 'REALISE' END,
  updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId
