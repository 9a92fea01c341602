-- D1: after its warehouse document alone the import is ISSUED again, and due for its sale; one that went through the buffer was numbered there
UPDATE imports i SET erp_number = COALESCE(erp_number, NULLIF(:#zmoCalled, '')),
  step = IF(:#halfSold, 'ISSUED', 'SOLD'), sold_at = IF(:#halfSold, NULL, UTC_TIMESTAMP(3)),
  sold_after = IF(import_no = 1 AND NOT :#halfSold, (SELECT TIMESTAMPDIFF(SECOND, o.realise_since, UTC_TIMESTAMP(3)) FROM orders o
    WHERE o.shop = i.shop AND o.shop_order_id = i.shop_order_id), NULL)
WHERE id = :#importId AND step IN ('ISSUED', 'SELLING')
