-- left_alone_until: a lease longer than any but a write's, or one that nobody holds, says that a write may be going on (I10)
SELECT d.id, d.shop, d.shop_order_id, o.number, o.zone, d.step, d.`system`, d.cause, d.arguments, d.words,
  d.error, d.attempts, d.first_failed_at, d.next_attempt_at, d.state, d.closed_at, d.reason, d.actor, d.payload,
  NULLIF(GREATEST(UTC_TIMESTAMP(3), COALESCE(IF(i.step IN ('ISSUING', 'EDITING', 'WITHDRAWING', 'SELLING'), i.unclear_until, NULL), UTC_TIMESTAMP(3)),
    COALESCE((SELECT b.claimed_until FROM buyers b WHERE b.shop = o.shop AND b.buyer_key = o.buyer_key
      AND b.claimed_until > UTC_TIMESTAMP(3) + INTERVAL IF(b.claim_token IS NULL, 0, 45) SECOND), UTC_TIMESTAMP(3))), UTC_TIMESTAMP(3)) AS left_alone_until
FROM dead_letters d JOIN orders o ON o.shop = d.shop AND o.shop_order_id = d.shop_order_id
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
WHERE d.shop IN (:#in:shops) AND d.id = :#deadLetterId
