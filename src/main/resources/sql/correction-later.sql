-- the ERP could not be asked: others first, and this one again in a minute
UPDATE corrections SET unclear_until = UTC_TIMESTAMP(3) + INTERVAL 60 SECOND
WHERE shop = :#shop AND shop_order_id = :#orderId AND open_mark = 1
