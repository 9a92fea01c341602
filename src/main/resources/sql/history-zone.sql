-- the shop's own zone, as its newest order says it; of several shops one's
SELECT zone FROM orders WHERE shop IN (:#in:shops) ORDER BY shop DESC, shop_order_id DESC LIMIT 1
