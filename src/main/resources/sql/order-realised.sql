-- E6: looked at for a while after its end; after its warehouse document alone it goes on with its sale (D1)
UPDATE orders o SET due_step = IF(:#halfSold AND state = 'ISSUED', 'REALISE', NULL),
  watch_until = IF(:#halfSold, watch_until, UTC_TIMESTAMP(3) + INTERVAL 14 DAY),
  closed_reason = IF(:#halfSold, closed_reason, NULL), state = IF(:#halfSold, state, 'REALISED'), updated_at = UTC_TIMESTAMP(3),
  erp_numbers = LEFT(CONCAT_WS(' ', (SELECT GROUP_CONCAT(s.number SEPARATOR ' ') FROM imports i JOIN sales_documents s ON s.import_id = i.id
    WHERE i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no), NULLIF(erp_numbers, '')), 200)
WHERE shop = :#shop AND shop_order_id = :#orderId
