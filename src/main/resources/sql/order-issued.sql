-- Z3: an order that is due already goes straight on to its realisation, unless it changed or was cancelled meanwhile (S4, E1)
UPDATE orders o SET
  due_step = CASE
    WHEN EXISTS (SELECT 1 FROM imports i WHERE i.id = :#importId AND i.change_due IS NOT NULL) THEN 'IMPORT'
    WHEN realise_since IS NOT NULL THEN 'REALISE' END,
  state = IF(EXISTS (SELECT 1 FROM imports i WHERE i.id = :#importId AND i.change_due = 'WITHDRAW'), state, 'ISSUED'),
  updated_at = UTC_TIMESTAMP(3),
  erp_numbers = LEFT(CONCAT_WS(' ', (SELECT i.erp_number FROM imports i
    WHERE i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no), NULLIF(erp_numbers, '')), 200)
WHERE shop = :#shop AND shop_order_id = :#orderId
