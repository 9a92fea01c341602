UPDATE stock_polls SET last_by = :#bridge, held_until = UTC_TIMESTAMP(3) + INTERVAL 5 MINUTE WHERE shop = :#keptShop AND holder = :#holder
