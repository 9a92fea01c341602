-- E6: looked at for a while after its end
UPDATE orders o SET state = 'REALISED', due_step = NULL,
  watch_until = UTC_TIMESTAMP(3) + INTERVAL 14 DAY, updated_at = UTC_TIMESTAMP(3),
  erp_numbers = LEFT(CONCAT_WS(' ', (SELECT GROUP_CONCAT(s.number SEPARATOR ' ') FROM imports i JOIN sales_documents s ON s.import_id = i.id
    WHERE i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no), NULLIF(erp_numbers, '')), 200)
WHERE shop = :#shop AND shop_order_id = :#orderId
