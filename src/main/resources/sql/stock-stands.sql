SELECT UTC_TIMESTAMP(3) AS now_at, COALESCE(passed_at > UTC_TIMESTAMP(3) - INTERVAL 1 HOUR, 0) AS is_passed FROM stock_polls WHERE shop = :#shop
