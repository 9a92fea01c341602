-- D1, Z5: a ZMO is realised with a warehouse document, too. Ids of the two kinds of documents can be equal. The version before knows one kind: it reads
-- and writes sales documents, and leaves a warehouse document whose write was unclear to a person.
ALTER TABLE sales_documents
  ADD COLUMN IF NOT EXISTS kind ENUM('FV','WZ') NOT NULL DEFAULT 'FV' COMMENT 'FV: a sales document; WZ: a warehouse document',
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (import_id, document_id, kind);

ALTER TABLE imports
  ADD COLUMN IF NOT EXISTS sells ENUM('FV','WZ') NULL COMMENT 'which documents the last sale was about to make; NULL: FV';
