-- H3: the shop calls the order's status otherwise now
UPDATE orders SET status = :#status, updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId AND status_id = :#statusId
