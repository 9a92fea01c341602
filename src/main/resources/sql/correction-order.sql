-- E6: the order is found by the correction's number; an edited one is from now on what its documents come to
UPDATE orders SET card = COALESCE(:#keptCard, card), raw = COALESCE(:#keptRaw, raw), total = COALESCE(:#keptTotal, total),
  shop_digest = COALESCE(NULLIF(:#keptDigest, ''), shop_digest), erp_numbers = LEFT(CONCAT_WS(' ', :#correctionNumber, NULLIF(erp_numbers, '')), 200),
  updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId AND erased_at IS NULL
