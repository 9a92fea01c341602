-- What KSeF has told of invoices (ksef.enabled). The version before knows none of these tables.
CREATE TABLE IF NOT EXISTS ksef_accounts (
  account     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'the seller''s NIP and the address of the API',
  since       DATETIME(3)  NOT NULL COMMENT 'asked for the first time; documents sold before raise no alarm',
  from_at     DATETIME(3)  NOT NULL COMMENT 'everything that KSeF stored before is known',
  page        INT          NOT NULL DEFAULT 0 COMMENT 'the next page of what it stored since',
  complete_at DATETIME(3)  NULL COMMENT 'KSeF lists everything up to then',
  begun_at    DATETIME(3)  NULL COMMENT 'when a bridge began to ask',
  answered_at DATETIME(3)  NULL COMMENT 'when KSeF answered',
  full_until  DATETIME(3)  NULL COMMENT 'how many questions were asked: each moves it on by the time that one is worth',
  not_before  DATETIME(3)  NULL COMMENT 'KSeF wants to be left alone until then'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS ksef_invoices (
  account        VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ksef_number    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  invoice_number VARCHAR(120)  NOT NULL,
  buyer_type     VARCHAR(20)   NOT NULL,
  buyer_id       VARCHAR(60)   NOT NULL,
  gross          DECIMAL(20,2) NOT NULL,
  currency       VARCHAR(10)   NOT NULL,
  mode           VARCHAR(20)   NOT NULL,
  accepted_at    DATETIME(3)   NOT NULL,
  seen_at        DATETIME(3)   NOT NULL,
  PRIMARY KEY (account, ksef_number),
  KEY ksef_invoices_number (invoice_number),
  KEY ksef_invoices_seen (account, seen_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci
  COMMENT 'of the seller, that are no known sales document yet; forgotten after 14 days';

CREATE TABLE IF NOT EXISTS ksef_documents (
  import_id   BIGINT      NOT NULL,
  document_id INT         NOT NULL,
  need        VARCHAR(20) NOT NULL COMMENT 'D1: REQUIRED, OPTIONAL or NEVER',
  ksef_number VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  accepted_at DATETIME(3) NULL COMMENT 'when it got its number',
  mode        VARCHAR(20) NULL,
  missing_at  DATETIME(3) NULL COMMENT 'when a person was told that it has none',
  note        VARCHAR(20) NULL COMMENT 'feedback.ksef: DUE, DONE or REFUSED',
  PRIMARY KEY (import_id, document_id),
  KEY ksef_documents_number (ksef_number),
  KEY ksef_documents_open (need, missing_at, ksef_number),
  KEY ksef_documents_note (note)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci
  COMMENT 'sales documents of invoices';
