-- the dead letter drives the order on from here, not the regular routes
UPDATE orders SET due_step = NULL, updated_at = UTC_TIMESTAMP(3) WHERE shop = :#shop AND shop_order_id = :#orderId
