-- which of the orders that some digits may mean the register holds
SELECT shop, shop_order_id FROM orders WHERE shop IN (:#in:namedShops) AND shop_order_id IN (:#in:namedIds)
