-- after a withdrawal: the next import, under the same number, for which nothing was written yet (S4, E2)
INSERT IGNORE INTO imports (shop, shop_order_id, import_no, number, requested_at)
SELECT shop, shop_order_id, import_no + 1, number, UTC_TIMESTAMP(3) FROM imports WHERE id = :#importId AND step = 'WITHDRAWN'
