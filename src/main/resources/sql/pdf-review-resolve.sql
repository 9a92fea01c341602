-- unless another invoice of the order still needs a person
UPDATE dead_letters SET state = 'RESOLVED', closed_at = UTC_TIMESTAMP(3), reason = 'PDF faktury jest tam, gdzie miał być'
WHERE shop = :#shop AND shop_order_id = :#orderId AND step = 'REVIEW' AND state = 'OPEN' AND cause IN ('PDF_NOT_SENT', 'PDF_UNUSABLE')
  AND NOT EXISTS (SELECT 1 FROM document_pdfs d WHERE d.shop = :#shop AND d.shop_order_id = :#orderId
    AND (d.file_state = 'FAILED' OR d.mail_state IN ('FAILED', 'UNSURE')))
