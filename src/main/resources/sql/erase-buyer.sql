-- the row of the buyer's orders is locked, so no new order of this buyer can come in between
DELETE FROM buyers
WHERE shop = :#shop AND buyer_key = :#buyer_key
  AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop = :#shop AND o.buyer_key = :#buyer_key)
