INSERT IGNORE INTO feedback (shop, shop_order_id, import_no, moment, status_id)
VALUES (:#shop, :#orderId, :#importNo, :#moment, :#feedbackStatus)
