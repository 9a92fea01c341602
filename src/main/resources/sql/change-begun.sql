-- S4: the order's card is about to be newer than its ZMO, which is compared before it is sold. What changes in the shop from here on is due anew
UPDATE imports i JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id AND o.import_no = i.import_no
SET i.made_from = COALESCE(i.made_from, o.card, ''), i.change_due = NULL, o.due_step = 'IMPORT'
WHERE i.id = :#importId AND i.step IN ('ISSUED', 'EDITING') AND o.state = 'ISSUED'
