-- left_alone_until: a lease longer than any but a write's, or one that nobody holds, says that a write may be going on (I10)
-- the order of this id in each of the shops
SELECT o.shop, o.shop_order_id, o.number, o.confirmed_number, o.placed_at, o.zone, o.state, o.status_id, o.status, o.document,
  o.total, o.currency, o.card, o.closed_reason, o.received_at, o.realise_since IS NOT NULL AS realise_due,
  IF(o.card IS NULL, o.raw, NULL) AS raw, JSON_VALUE(o.raw, '$.order.order_url') AS order_url,
  i.payment_form_id, i.payment_rule, i.due_date, i.erp_order_id, i.erp_number,
  i.currency_rate, i.rate_date, i.rate_source,
  i.change_due IS NOT NULL OR i.made_from IS NOT NULL OR EXISTS (SELECT 1 FROM dead_letters c WHERE c.shop = o.shop
    AND c.shop_order_id = o.shop_order_id AND c.cause = 'CHANGED_AFTER_SALE' AND c.state = 'OPEN') AS changed_in_shop,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', s.document_id, 'number', s.number, 'kind', s.kind,
    'ksefNeed', k.need, 'ksefNumber', k.ksef_number, 'ksefAt', k.accepted_at, 'ksefMode', k.mode, 'ksefMissing', k.missing_at IS NOT NULL,
    'ksefDue', i.sold_at >= GREATEST(COALESCE((SELECT MIN(a.since) FROM ksef_accounts a), UTC_TIMESTAMP(3)) - INTERVAL 7 DAY, UTC_TIMESTAMP(3) - INTERVAL 30 DAY),
    'pdf', (SELECT JSON_OBJECT('fileState', p.file_state, 'file', p.file, 'savedAt', p.saved_at, 'mailState', p.mail_state, 'sentAt', p.sent_at,
      'dueAt', p.due_at, 'ksefNeed', p.ksef_need, 'cause', p.cause, 'arguments', p.arguments, 'words', p.words)
      FROM document_pdfs p WHERE p.import_id = s.import_id AND p.document_id = s.document_id)))
    FROM sales_documents s LEFT JOIN ksef_documents k ON s.kind = 'FV' AND k.import_id = s.import_id AND k.document_id = s.document_id
    WHERE s.import_id = i.id) AS documents,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('state', k.state, 'id', k.document_id, 'number', k.number, 'document', k.corrects_number, 'why', k.why,
    'before', CAST(k.before_total AS CHAR), 'after', CAST(k.after_total AS CHAR), 'actor', k.actor, 'at', k.begun_at) ORDER BY k.id)
    FROM corrections k WHERE k.import_id = i.id AND k.state IN ('SENDING', 'ISSUED', 'BY_HAND', 'UNSETTLED')) AS corrections,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', d.id, 'step', d.step, 'attempts', d.attempts,
    'first_failed_at', d.first_failed_at, 'next_attempt_at', d.next_attempt_at, 'system', d.`system`, 'cause', d.cause, 'arguments', d.arguments, 'words', d.words,
    'error', d.error)) FROM dead_letters d
    WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.state = 'OPEN') AS problems,
  NULLIF(GREATEST(UTC_TIMESTAMP(3), COALESCE(IF(i.step IN ('ISSUING', 'EDITING', 'WITHDRAWING', 'SELLING'), i.unclear_until, NULL), UTC_TIMESTAMP(3)),
    COALESCE((SELECT b.claimed_until FROM buyers b WHERE b.shop = o.shop AND b.buyer_key = o.buyer_key
      AND b.claimed_until > UTC_TIMESTAMP(3) + INTERVAL IF(b.claim_token IS NULL, 0, 45) SECOND), UTC_TIMESTAMP(3))), UTC_TIMESTAMP(3)) AS left_alone_until
FROM orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
WHERE o.shop IN (:#in:shops) AND o.shop_order_id = :#orderId
ORDER BY o.shop
