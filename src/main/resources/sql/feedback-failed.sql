-- the order waits for a person, so the shop may be told; once for each dead letter, however often it is tried again. A closed order keeps what
-- the shop says of it
INSERT INTO feedback (shop, shop_order_id, import_no, moment, status_id, dead_letter_id)
SELECT o.shop, o.shop_order_id, o.import_no, 'FAILED', :#failedStatus, d.id
FROM orders o
JOIN dead_letters d ON d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.step = :#step AND d.state = 'OPEN'
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId AND o.state <> 'CLOSED' AND d.waits_for = 'PERSON' AND d.cause <> 'ZMO_IN_BUFFER' AND d.step IN ('IMPORT', 'REALISE')
  AND :#failedStatus > 0
ON DUPLICATE KEY UPDATE feedback.state = IF(feedback.dead_letter_id < VALUES(dead_letter_id), 'DUE', feedback.state),
  feedback.status_id = VALUES(status_id), feedback.dead_letter_id = GREATEST(feedback.dead_letter_id, VALUES(dead_letter_id))
