-- a live order is imported anew (S4); a closed one stays closed, and begins anew if it comes back (E2)
UPDATE orders SET import_no = import_no + 1, due_step = IF(state = 'CLOSED', NULL, 'IMPORT'), state = IF(state = 'CLOSED', state, 'RECEIVED'),
  updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId AND import_no = :#importNo
