-- Z7, Z8: a further import of the same order; the earlier ones stay in the history
UPDATE orders SET state = 'RECEIVED', due_step = 'IMPORT', closed_reason = NULL, import_no = :#importNo, updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId
