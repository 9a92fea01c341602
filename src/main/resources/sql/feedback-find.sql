SELECT import_no, moment, status_id FROM feedback
WHERE shop = :#shop AND shop_order_id = :#orderId AND state <> 'DONE'
ORDER BY import_no, moment
