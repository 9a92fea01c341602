UPDATE ksef_documents SET ksef_number = :#ksefNumber, accepted_at = :#acceptedAt, mode = :#mode, note = :#note
WHERE import_id = :#importId AND document_id = :#documentId AND ksef_number IS NULL
