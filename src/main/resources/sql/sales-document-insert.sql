INSERT IGNORE INTO sales_documents (import_id, document_id, number) VALUES (:#importId, :#documentId, :#documentNumber)
