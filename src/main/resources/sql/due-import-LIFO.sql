-- I8: the lease of the next due order's buyer, taken and committed at once; a minute without a renewal and the order is anybody's.
-- Both rows are locked while it is chosen, and what another worker is choosing is passed over. The order's id is the answer, as a "generated" key
UPDATE buyers t JOIN (
  SELECT o.shop, o.shop_order_id, o.buyer_key
  FROM orders o JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
  WHERE o.shop = :#shop AND o.due_step = 'IMPORT' AND b.claimed_until < UTC_TIMESTAMP(3) AND UTC_TIMESTAMP(3) BETWEEN :#clockFrom AND :#clockTo
    AND NOT EXISTS (SELECT 1 FROM erp_stops s WHERE s.erp = :#erp AND s.stopped_at IS NOT NULL) -- S6
  ORDER BY o.shop_order_id DESC
  LIMIT 1
  FOR UPDATE SKIP LOCKED
) due ON t.shop = due.shop AND t.buyer_key = due.buyer_key
SET t.claim_token = :#claim, t.claimed_until = UTC_TIMESTAMP(3) + INTERVAL 45 SECOND
WHERE LAST_INSERT_ID(due.shop_order_id) > 0
