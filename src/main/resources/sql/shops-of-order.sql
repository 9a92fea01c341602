-- which of the shops have an order of this id
SELECT shop FROM orders WHERE shop IN (:#in:shops) AND shop_order_id = :#orderId ORDER BY shop
