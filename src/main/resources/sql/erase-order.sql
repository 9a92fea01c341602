-- amounts, numbers, documents, lines and times stay
UPDATE orders o LEFT JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.made_from IS NOT NULL
SET o.card = NULL, o.raw = NULL, o.buyer = '', o.buyer_key = CONCAT('order:', :#shop_order_id), o.erased_at = UTC_TIMESTAMP(3), i.made_from = NULL,
  o.shop_digest = NULL, o.difference_reason = NULL
WHERE o.shop = :#shop AND o.shop_order_id = :#shop_order_id
