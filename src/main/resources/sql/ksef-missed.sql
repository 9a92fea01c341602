UPDATE ksef_documents SET missing_at = UTC_TIMESTAMP(3)
WHERE import_id = :#importId AND document_id = :#documentId AND ksef_number IS NULL
