-- E4: the shop does not have it any more, and a person was told
UPDATE orders SET watch_until = NULL WHERE shop = :#shop AND shop_order_id = :#orderId
