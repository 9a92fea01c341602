-- S4: nothing is to be done to the ZMO, or not before an unclear sale is settled; a paid order is sold
UPDATE orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
SET o.due_step = CASE
    WHEN o.state <> 'ISSUED' THEN NULL
    WHEN i.step = 'ISSUED' AND i.change_due IS NOT NULL THEN 'IMPORT'
    WHEN i.step = 'SELLING' OR o.realise_since IS NOT NULL THEN 'REALISE' END,
  o.closed_reason = IF(o.state = 'ISSUED', NULL, o.closed_reason), -- D1: why it was not realised may be over
  i.change_due = IF(o.state = 'CLOSED', NULL, i.change_due),
  i.made_from = IF(i.step = 'ISSUED', NULL, i.made_from)
WHERE i.id = :#importId AND o.state = :#orderState AND o.state <> 'RECEIVED' AND (o.due_step = 'IMPORT' OR i.made_from IS NOT NULL)
