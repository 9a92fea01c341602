-- D1: after its warehouse document alone the import is ISSUED again, and due for its sale; one that went through the buffer was numbered there
-- E6: the order is looked at for a while after its end; its documents' numbers are what a search finds it by
UPDATE orders o LEFT JOIN imports i ON i.id = :#importId AND i.step IN ('ISSUED', 'SELLING')
SET i.erp_number = COALESCE(i.erp_number, NULLIF(:#zmoCalled, '')),
  i.sold_at = IF(:#halfSold, NULL, UTC_TIMESTAMP(3)),
  i.sold_after = IF(i.import_no = 1 AND NOT :#halfSold, TIMESTAMPDIFF(SECOND, o.realise_since, UTC_TIMESTAMP(3)), NULL),
  i.step = IF(:#halfSold, 'ISSUED', 'SOLD'),
  o.due_step = IF(:#halfSold AND o.state = 'ISSUED', 'REALISE', NULL),
  o.watch_until = IF(:#halfSold, o.watch_until, UTC_TIMESTAMP(3) + INTERVAL 14 DAY),
  o.closed_reason = IF(:#halfSold, o.closed_reason, NULL), o.state = IF(:#halfSold, o.state, 'REALISED'), o.updated_at = UTC_TIMESTAMP(3),
  o.erp_numbers = LEFT(CONCAT_WS(' ', (SELECT GROUP_CONCAT(s.number SEPARATOR ' ') FROM sales_documents s WHERE s.import_id = :#importId),
    NULLIF(o.erp_numbers, '')), 200)
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId
