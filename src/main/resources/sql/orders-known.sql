-- an order that is in the register already stays as it is
SELECT shop_order_id FROM orders WHERE shop = :#shop AND shop_order_id IN (:#in:arrivalIds)
