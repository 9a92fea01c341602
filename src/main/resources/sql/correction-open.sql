-- what was sent for the order without an answer, and the ids of the document's corrections that are known
SELECT c.corrects, c.corrects_number, c.why, c.marker, c.version, c.body, c.before_total, c.after_total, c.actor, c.begun_at, c.kept_card, c.kept_raw, c.kept_digest,
  (SELECT GROUP_CONCAT(k.document_id) FROM corrections k WHERE k.shop = c.shop AND k.corrects = c.corrects AND k.document_id IS NOT NULL) AS known
FROM corrections c
WHERE c.shop = :#shop AND c.shop_order_id = :#orderId AND c.open_mark = 1 AND c.unclear_until < UTC_TIMESTAMP(3)
