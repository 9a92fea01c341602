-- E6: the sales documents of the order's import, and what is known of their corrections; the one that was sent and has no answer yet
SELECT (SELECT GROUP_CONCAT(s.document_id ORDER BY s.document_id) FROM sales_documents s WHERE s.import_id = :#importId AND s.kind = 'FV') AS sales,
  (SELECT GROUP_CONCAT(s.number ORDER BY s.document_id SEPARATOR ', ') FROM sales_documents s WHERE s.import_id = :#importId AND s.kind = 'FV') AS numbers,
  (SELECT COUNT(*) FROM sales_documents s WHERE s.import_id = :#importId AND s.kind = 'WZ') AS released,
  (SELECT COUNT(*) FROM corrections c WHERE c.import_id = :#importId AND c.state = 'UNSETTLED') AS unsettled,
  (SELECT COUNT(*) FROM corrections c WHERE c.import_id = :#importId AND c.state IN ('ISSUED', 'BY_HAND')) AS corrected,
  (SELECT GROUP_CONCAT(c.number SEPARATOR '\n') FROM corrections c WHERE c.import_id = :#importId AND c.state IN ('ISSUED', 'BY_HAND')) AS noted,
  (SELECT COUNT(*) FROM dead_letters d WHERE d.shop = :#shop AND d.cause = 'CORRECTION_DIFFERS' AND d.state = 'OPEN') AS differing,
  (SELECT COUNT(*) FROM dead_letters d WHERE d.shop = :#shop AND d.shop_order_id = :#orderId AND d.cause = 'DELETED_AFTER_SALE') AS deleted,
  p.corrects, p.corrects_number, p.why, p.marker, p.version, p.body, p.before_total, p.after_total, p.actor, p.begun_at, NULL AS kept_card
FROM (SELECT 1 AS one) o LEFT JOIN corrections p ON p.import_id = :#importId AND p.state = 'SENDING'
