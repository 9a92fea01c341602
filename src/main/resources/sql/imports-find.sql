SELECT i.import_no, i.number, i.step, i.erp_order_id, i.erp_number, i.requested_at, i.issued_at, i.sold_at,
  (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', s.document_id, 'number', s.number, 'kind', s.kind,
    'ksefNeed', k.need, 'ksefNumber', k.ksef_number, 'ksefAt', k.accepted_at, 'ksefMode', k.mode, 'ksefMissing', k.missing_at IS NOT NULL,
    'ksefDue', i.sold_at >= GREATEST(COALESCE((SELECT MIN(a.since) FROM ksef_accounts a), UTC_TIMESTAMP(3)) - INTERVAL 7 DAY, UTC_TIMESTAMP(3) - INTERVAL 30 DAY),
    'pdf', (SELECT JSON_OBJECT('fileState', p.file_state, 'file', p.file, 'savedAt', p.saved_at, 'mailState', p.mail_state, 'sentAt', p.sent_at,
      'dueAt', p.due_at, 'ksefNeed', p.ksef_need, 'cause', p.cause, 'arguments', p.arguments, 'words', p.words)
      FROM document_pdfs p WHERE p.import_id = s.import_id AND p.document_id = s.document_id)))
    FROM sales_documents s LEFT JOIN ksef_documents k ON s.kind = 'FV' AND k.import_id = s.import_id AND k.document_id = s.document_id
    WHERE s.import_id = i.id) AS documents
FROM imports i
WHERE i.shop = :#shop AND i.shop_order_id = :#orderId
ORDER BY i.import_no
