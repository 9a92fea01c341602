-- a person wants the invoices of the order's last import saved and sent once more, or for the first time; what was sent gets another Message-ID
INSERT INTO document_pdfs (import_id, document_id, shop, shop_order_id, ksef_need, file_state, mail_state, due_at)
SELECT i.id, s.document_id, i.shop, i.shop_order_id, COALESCE(JSON_VALUE(o.card, '$.card.decision.outcome.ksef'), 'OPTIONAL'),
  :#fileState, :#mailState, UTC_TIMESTAMP(3)
FROM orders o
JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
JOIN sales_documents s ON s.import_id = i.id AND s.kind = 'FV'
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId AND o.document = 'INVOICE' AND o.erased_at IS NULL
ON DUPLICATE KEY UPDATE mail_round = mail_round + (mail_state = 'SENT' AND VALUES(mail_state) = 'DUE'),
  mail_state = IF(VALUES(mail_state) = 'NONE' OR mail_state = 'SENDING' AND held_until > UTC_TIMESTAMP(3), mail_state, VALUES(mail_state)),
  file_state = IF(VALUES(file_state) = 'NONE' OR file_state = 'SAVED', file_state, VALUES(file_state)),
  due_at = VALUES(due_at), attempts = 0, cause = NULL, arguments = NULL, words = NULL
