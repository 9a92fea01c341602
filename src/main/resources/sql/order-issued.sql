-- Z3: an order that is due already goes straight on to its realisation
UPDATE orders o SET state = 'ISSUED', due_step = IF(realise_since IS NOT NULL, 'REALISE', NULL), updated_at = UTC_TIMESTAMP(3),
  erp_numbers = LEFT(CONCAT_WS(' ', (SELECT i.erp_number FROM imports i
    WHERE i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no), NULLIF(erp_numbers, '')), 200)
WHERE shop = :#shop AND shop_order_id = :#orderId
