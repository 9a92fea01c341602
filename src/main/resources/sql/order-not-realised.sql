-- D1, E3: nobody waits for its sale
UPDATE orders SET closed_reason = LEFT(:#reason, 255), updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId AND state = 'ISSUED'
