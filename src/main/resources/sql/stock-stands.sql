SELECT UTC_TIMESTAMP(3) AS now_at, IF(passed_at > UTC_TIMESTAMP(3) - INTERVAL 1 DAY, COALESCE(passed, 0), 0) AS passed FROM stock_polls WHERE shop = :#keptShop
