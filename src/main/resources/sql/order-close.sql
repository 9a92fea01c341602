-- Z10: not watched any more, with the reason kept
UPDATE orders SET state = 'CLOSED', closed_reason = LEFT(:#reason, 255), due_step = NULL, updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId AND state IN ('RECEIVED', 'ISSUED')
