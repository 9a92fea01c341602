UPDATE stock_polls SET held_until = UTC_TIMESTAMP(3) + INTERVAL 5 MINUTE WHERE shop = :#shop AND holder = :#holder
