UPDATE imports i SET step = 'ISSUED', erp_number = NULLIF(:#erpNumber, ''), issued_at = UTC_TIMESTAMP(3),
  issued_after = IF(import_no = 1, (SELECT TIMESTAMPDIFF(SECOND, o.placed_at, UTC_TIMESTAMP(3)) FROM orders o
    WHERE o.shop = i.shop AND o.shop_order_id = i.shop_order_id), NULL)
WHERE id = :#importId AND step = 'RENAMING'
