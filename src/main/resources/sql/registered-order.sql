SELECT o.shop, o.shop_order_id, o.state, o.status_id, o.status, o.card, o.card IS NULL AS cardless, o.realise_since IS NOT NULL AS realise_due,
  o.placed_at, o.received_at, o.realise_since, i.change_due, i.made_from,
  o.buyer_key, i.id AS import_id, i.import_no, i.number, i.step AS import_state, i.intent_at,
  TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), i.unclear_until) DIV 1000 AS unclear_millis, i.sells,
  (SELECT GROUP_CONCAT(s.document_id) FROM sales_documents s WHERE s.import_id = i.id AND s.kind = 'WZ') AS released, i.contractor_id AS zmo_contractor_id, i.erp_order_id, i.erp_number,
  i.rate_currency, i.currency_rate, i.rate_date, i.rate_source,
  b.claim_token AS claimed_by, b.contractor_id, b.contractor_code, d.id AS open_letter, d.attempts AS failures, d.cause AS failed_cause, d.words AS failed_words, d.last_failed_at AS failed_at, d.passed_hold, o.read_anew OR COALESCE(d.refetch, FALSE) AS refetch,
  COALESCE(o.realise_since <= i.intent_at AND i.intent_at <= i.issued_at AND i.intent_at BETWEEN UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE AND UTC_TIMESTAMP(3), FALSE)
    AS just_issued,
  o.difference_as, o.difference_amount, o.difference_sum, o.difference_actor, o.difference_reason,
  :#life AS life, :#livesSeen AS lives_seen, (SELECT GROUP_CONCAT(l.id, ':', l.intents) FROM lives l) AS lives_found,
  IS_USED_LOCK(CONCAT('zmo-poll-', MD5(CONCAT(DATABASE(), '/life/', :#life)))) IS NOT NULL AS life_locked
FROM orders o
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
LEFT JOIN dead_letters d ON d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.step = :#step AND d.state = 'OPEN'
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId
