-- PDFs of invoices (documents.pdf): which are saved and sent. The version before knows none of these tables.
CREATE TABLE IF NOT EXISTS document_pdf_shops (
  shop      VARCHAR(40) NOT NULL PRIMARY KEY,
  since     DATETIME(3) NOT NULL COMMENT 'when documents.pdf was turned on: what was sold before is left alone',
  looked_at DATETIME(3) NOT NULL COMMENT 'until when it was on, to some minutes'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS document_pdfs (
  import_id     BIGINT       NOT NULL,
  document_id   INT          NOT NULL,
  shop          VARCHAR(40)  NOT NULL,
  shop_order_id BIGINT       NOT NULL,
  ksef_need     VARCHAR(20)  NOT NULL COMMENT 'D1: REQUIRED, OPTIONAL or NEVER',
  language      CHAR(2)      NULL COMMENT 'of the buyer, PL or EN; NULL for unknown',
  file_state    VARCHAR(20)  NOT NULL COMMENT 'NONE, DUE, SAVED or FAILED',
  file          VARCHAR(400) NULL COMMENT 'below documents.folder',
  sha1          CHAR(40)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  saved_at      DATETIME(3)  NULL,
  mail_state    VARCHAR(20)  NOT NULL COMMENT 'NONE, DUE, SENDING (then nobody knows whether it was sent), SENT, UNSURE or FAILED',
  mail_round    INT          NOT NULL DEFAULT 1 COMMENT 'counts on when a person sends again what was sent',
  sent_at       DATETIME(3)  NULL,
  due_at        DATETIME(3)  NULL COMMENT 'when something is to be done next; NULL for never',
  attempts      INT          NOT NULL DEFAULT 0 COMMENT 'that failed for the same cause, one after the other',
  cause         VARCHAR(40)  NULL COMMENT 'why it is not done',
  arguments     TEXT         NULL,
  words         TEXT         NULL,
  holder        CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'which bridge is at it',
  held_until    DATETIME(3)  NOT NULL DEFAULT '1970-01-01 00:00:00.000',
  PRIMARY KEY (import_id, document_id),
  KEY document_pdfs_due (shop, due_at),
  KEY document_pdfs_order (shop, shop_order_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci
  COMMENT 'invoices whose PDF is to be saved or sent, or was';
