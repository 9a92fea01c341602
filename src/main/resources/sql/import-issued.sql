-- the ZMO has its name: the import and its order are ISSUED together
-- Z3: an order that is due already goes straight on to its realisation, unless it changed or was cancelled meanwhile (S4, E1)
UPDATE imports i JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id
SET i.step = 'ISSUED', i.erp_number = NULLIF(:#erpNumber, ''), i.issued_at = UTC_TIMESTAMP(3),
  i.issued_after = IF(i.import_no = 1, TIMESTAMPDIFF(SECOND, o.placed_at, UTC_TIMESTAMP(3)), NULL),
  o.due_step = CASE WHEN i.change_due IS NOT NULL THEN 'IMPORT' WHEN o.realise_since IS NOT NULL THEN 'REALISE' END,
  o.state = IF(i.change_due <=> 'WITHDRAW', o.state, 'ISSUED'),
  o.updated_at = UTC_TIMESTAMP(3),
  o.erp_numbers = LEFT(CONCAT_WS(' ', NULLIF(:#erpNumber, ''), NULLIF(o.erp_numbers, '')), 200)
WHERE i.id = :#importId AND i.step = 'RENAMING'
