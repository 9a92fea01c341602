INSERT IGNORE INTO document_pdfs (import_id, document_id, shop, shop_order_id, ksef_need, language, file_state, mail_state, due_at)
VALUES (:#importId, :#documentId, :#shop, :#orderId, :#ksefNeed, :#language, :#fileState, :#mailState, UTC_TIMESTAMP(3))
