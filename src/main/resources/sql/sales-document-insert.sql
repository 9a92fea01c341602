INSERT IGNORE INTO sales_documents (import_id, document_id, number, kind) VALUES (:#importId, :#documentId, :#documentNumber, :#documentKind)
