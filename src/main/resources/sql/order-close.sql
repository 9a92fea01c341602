-- Z10: not watched any more, with the reason kept; E1: its ZMO goes; E2: looked at for a while, if the shop ended it
UPDATE orders o
LEFT JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
SET o.state = 'CLOSED', o.closed_reason = LEFT(:#reason, 255), o.updated_at = UTC_TIMESTAMP(3),
  o.due_step = IF(:#withdraw AND i.step <> 'NEW', 'IMPORT', NULL),
  i.change_due = IF(:#withdraw AND i.step <> 'NEW', 'WITHDRAW', NULL),
  o.watch_until = IF(:#endedInShop, UTC_TIMESTAMP(3) + INTERVAL 14 DAY, NULL)
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId AND o.state IN ('RECEIVED', 'ISSUED')
