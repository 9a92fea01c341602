-- I8: one bridge is at it, for longer than an answer of the ERP takes; only as it was found
UPDATE document_pdfs SET holder = :#holder, held_until = UTC_TIMESTAMP(3) + INTERVAL 15 MINUTE
WHERE import_id = :#importId AND document_id = :#documentId AND due_at <= UTC_TIMESTAMP(3) AND held_until < UTC_TIMESTAMP(3)
  AND file_state = :#foundFileState AND mail_state = :#foundMailState
