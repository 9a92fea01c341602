-- the shop's own zone, as its newest order says it
SELECT zone FROM orders WHERE shop = :#shop ORDER BY shop_order_id DESC LIMIT 1
