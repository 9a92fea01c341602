UPDATE imports i SET step = 'SOLD', sold_at = UTC_TIMESTAMP(3),
  sold_after = IF(import_no = 1, (SELECT TIMESTAMPDIFF(SECOND, o.realise_since, UTC_TIMESTAMP(3)) FROM orders o
    WHERE o.shop = i.shop AND o.shop_order_id = i.shop_order_id), NULL)
WHERE id = :#importId AND step IN ('ISSUED', 'SELLING')
