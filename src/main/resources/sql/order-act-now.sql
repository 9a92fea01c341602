-- an operator wants a closed order back, or the order realised whatever its status; a cancelled one is still not sold (Z11). What its step was
-- held for may pass
UPDATE orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
LEFT JOIN dead_letters d ON d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.step = :#step AND d.state = 'OPEN' AND d.cause = 'HELD_BY_RULE'
SET d.passed_hold = d.hold, o.closed_reason = NULL, i.change_due = IF(i.change_due = 'WITHDRAW', NULL, i.change_due), -- E2
  o.due_step = CASE -- should this attempt end without a word, a worker goes on
    WHEN i.erp_order_id IS NULL OR i.step = 'WITHDRAWING' THEN 'IMPORT'
    WHEN :#step = 'REALISE' AND o.state IN ('ISSUED', 'CLOSED') THEN 'REALISE'
    ELSE o.due_step END,
  o.state = IF(o.state <> 'CLOSED', o.state, IF(i.erp_order_id IS NULL, 'RECEIVED', 'ISSUED')),
  o.realise_since = IF(:#step = 'REALISE', COALESCE(o.realise_since, UTC_TIMESTAMP(3)), o.realise_since),
  o.updated_at = UTC_TIMESTAMP(3)
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId
