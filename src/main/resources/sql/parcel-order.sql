-- the orders that a person may mean by this id or number
SELECT shop, shop_order_id FROM orders
WHERE shop IN (:#in:parcelShops) AND (shop_order_id = :#parcelOrderId OR number = :#parcelOrder)
