-- S2, S4: no sale of what the shop does not say any more. The ZMO is compared first, by the import's worker or by the dead letter that has it;
-- an unclear sale was asked about before, and there was none. D1: or no sale at all, and why; the order is watched on for changes
UPDATE orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
SET i.change_due = IF(:#changeFirst, COALESCE(i.change_due, 'EDIT'), i.change_due), i.step = IF(i.step = 'SELLING', 'ISSUED', i.step),
  o.due_step = IF(:#notRealised AND i.change_due IS NULL OR EXISTS (SELECT 1 FROM dead_letters d WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id
    AND d.step = 'IMPORT' AND d.state = 'OPEN'), NULL, 'IMPORT'),
  o.closed_reason = IF(:#notRealised, LEFT(:#reason, 255), o.closed_reason), o.updated_at = UTC_TIMESTAMP(3)
WHERE i.id = :#importId AND (:#changeFirst OR :#notRealised) AND o.state = 'ISSUED'
