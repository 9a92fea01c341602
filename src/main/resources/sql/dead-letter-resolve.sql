-- the step is done. An order that had failed for a person and goes on without a further word to the shop: what the shop was told last is due anew, unless
-- the order still waits at its other step; it is set only in place of the failed status (feedback-find). No row of orders is locked here
UPDATE dead_letters d
LEFT JOIN dead_letters n ON n.shop = d.shop AND n.shop_order_id = d.shop_order_id AND n.id <> d.id AND n.state = 'OPEN'
  AND n.step IN ('IMPORT', 'REALISE') AND n.waits_for = 'PERSON'
LEFT JOIN feedback f ON :#goesOn AND d.step IN ('IMPORT', 'REALISE') AND n.id IS NULL
  AND f.shop = d.shop AND f.shop_order_id = d.shop_order_id AND f.import_no = :#importNo AND f.moment = 'FAILED'
LEFT JOIN feedback r ON r.shop = f.shop AND r.shop_order_id = f.shop_order_id AND r.import_no = f.import_no AND r.moment = 'REALISED'
LEFT JOIN feedback e ON e.shop = f.shop AND e.shop_order_id = f.shop_order_id AND e.import_no = f.import_no
  AND e.moment = IF(r.moment IS NULL, 'IMPORTED', 'REALISED') AND e.state = 'DONE' AND COALESCE(e.dead_letter_id, 0) < f.dead_letter_id
SET d.state = 'RESOLVED', d.closed_at = UTC_TIMESTAMP(3), d.reason = :#reason, e.state = 'DUE', e.dead_letter_id = f.dead_letter_id
WHERE d.shop = :#shop AND d.shop_order_id = :#orderId AND d.step = :#step AND d.state = 'OPEN'
