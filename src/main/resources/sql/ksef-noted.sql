UPDATE ksef_documents SET note = :#note WHERE import_id = :#importId AND document_id = :#documentId AND note = 'DUE'
