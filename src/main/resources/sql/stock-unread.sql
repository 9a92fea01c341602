-- orders of which the register does not know what they are about: not received yet, without a card, or not what the ERP knew them to be when it was asked
SELECT shop_order_id FROM waiting WHERE shop = :#shop
UNION
SELECT o.shop_order_id FROM orders o
WHERE o.shop = :#shop AND o.state = 'RECEIVED'
  AND NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.shop = o.shop AND l.shop_order_id = o.shop_order_id)
UNION -- S4: its ZMO is yet to be edited
SELECT o.shop_order_id FROM orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
WHERE o.shop = :#shop AND o.state = 'ISSUED' AND (i.change_due = 'EDIT' OR i.made_from IS NOT NULL OR i.step = 'EDITING')
UNION -- or was edited since
SELECT o.shop_order_id FROM orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
WHERE o.shop = :#shop AND o.state = 'ISSUED' AND i.intent_at >= :#erpReadAt AND i.issued_at < :#erpReadAt
  AND EXISTS (SELECT 1 FROM events e WHERE e.shop = o.shop AND e.shop_order_id = o.shop_order_id AND e.kind = 'EDITED' AND e.at >= :#erpReadAt)
UNION -- and sold since, too: found by when they were sold, as most orders were long ago
SELECT o.shop_order_id FROM imports i JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id AND o.import_no = i.import_no
WHERE i.shop = :#shop AND i.sold_at >= :#erpReadAt AND o.state = 'REALISED' AND i.intent_at >= :#erpReadAt AND i.issued_at < :#erpReadAt
  AND EXISTS (SELECT 1 FROM events e WHERE e.shop = o.shop AND e.shop_order_id = o.shop_order_id AND e.kind = 'EDITED' AND e.at >= :#erpReadAt)
