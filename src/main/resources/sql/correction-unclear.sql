-- I10: nobody asks before the write can no longer be going on
UPDATE corrections SET unclear_until = UTC_TIMESTAMP(3) + INTERVAL :#leftAlone * 1000 MICROSECOND
WHERE shop = :#shop AND shop_order_id = :#orderId AND open_mark = 1
