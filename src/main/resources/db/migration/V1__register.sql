-- What the bridge remembers. All times are UTC with milliseconds; money is DECIMAL; text is utf8mb4.

CREATE TABLE IF NOT EXISTS cursors (
  shop           VARCHAR(40) NOT NULL PRIMARY KEY,
  last_order_id  BIGINT      NOT NULL DEFAULT 0 COMMENT 'every order up to here is in orders, in waiting, or outside the filter (I4)',
  first_start_at DATETIME(3) NOT NULL COMMENT 'orders placed before are ignored unless shoper.import.since says otherwise'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS waiting (
  shop          VARCHAR(40) NOT NULL,
  shop_order_id BIGINT      NOT NULL,
  seen_at       DATETIME(3) NOT NULL,
  PRIMARY KEY (shop, shop_order_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci
  COMMENT 'orders that do not have a status of shoper.import.statuses yet';

CREATE TABLE IF NOT EXISTS buyers (
  shop            VARCHAR(40)  NOT NULL,
  buyer_key       VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'NIP, else the shop account, else the e-mail address',
  claim_token     CHAR(36)     NULL     COMMENT 'who works on an order of this buyer now',
  claimed_until   DATETIME(3)  NOT NULL DEFAULT '1970-01-01 00:00:00.000',
  contractor_id   INT          NULL,
  contractor_code VARCHAR(40)  NULL     COMMENT 'set before the contractor is created: the intent (I2)',
  PRIMARY KEY (shop, buyer_key)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS orders (
  shop             VARCHAR(40)    NOT NULL,
  shop_order_id    BIGINT         NOT NULL,
  number           VARCHAR(120)   NOT NULL COMMENT 'N1',
  confirmed_number VARCHAR(40)    NOT NULL COMMENT 'N2',
  state            ENUM('RECEIVED','ISSUED','REALISED','CLOSED') NOT NULL DEFAULT 'RECEIVED',
  due_step         ENUM('IMPORT','REALISE') NULL COMMENT 'what the regular routes may do next; NULL while a dead letter or nobody has it',
  placed_at        DATETIME(3)    NULL,
  zone             VARCHAR(40)    NOT NULL,
  status_id        BIGINT         NULL,
  status           VARCHAR(255)   NOT NULL DEFAULT '' COMMENT 'H3',
  realise_since    DATETIME(3)    NULL COMMENT 'first seen in a realise status (Z11)',
  document         ENUM('INVOICE','RECEIPT') NULL,
  buyer_key        VARCHAR(100)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  buyer            VARCHAR(255)   NOT NULL DEFAULT '',
  total            DECIMAL(15,2)  NULL,
  currency         VARCHAR(10)    NULL,
  card             MEDIUMTEXT     NULL COMMENT 'the order card as JSON; NULL when it cannot be built',
  raw              MEDIUMTEXT     NULL COMMENT 'the order and its lines as the shop sent them',
  closed_reason    VARCHAR(255)   NULL,
  import_no        INT            NOT NULL DEFAULT 1,
  received_at      DATETIME(3)    NOT NULL,
  updated_at       DATETIME(3)    NOT NULL,
  PRIMARY KEY (shop, shop_order_id),
  KEY orders_due (shop, due_step, shop_order_id),
  KEY orders_state (shop, state, shop_order_id),
  KEY orders_number (number)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS order_lines (
  shop          VARCHAR(40)   NOT NULL,
  shop_order_id BIGINT        NOT NULL,
  line_no       INT           NOT NULL,
  code          VARCHAR(255)  NOT NULL,
  name          VARCHAR(1000) NOT NULL,
  quantity      DECIMAL(15,4) NOT NULL,
  unit          VARCHAR(40)   NOT NULL,
  value         DECIMAL(15,2) NOT NULL,
  tax           VARCHAR(40)   NOT NULL,
  delivery      BOOLEAN       NOT NULL,
  PRIMARY KEY (shop, shop_order_id, line_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS imports (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shop            VARCHAR(40)  NOT NULL,
  shop_order_id   BIGINT       NOT NULL,
  import_no       INT          NOT NULL COMMENT '1, or higher for a re-import (Z7, Z8)',
  number          VARCHAR(120) NOT NULL COMMENT 'the ZMO is called this in the ERP',
  step            ENUM('NEW','ISSUING','RENAMING','ISSUED','SELLING','SOLD') NOT NULL DEFAULT 'NEW',
  intent_at       DATETIME(3)  NULL     COMMENT 'when the last ERP write was begun (I2)',
  contractor_id   INT          NULL,
  payment_form_id INT          NULL,
  payment_rule    CHAR(2)      NULL     COMMENT 'M1 to M4',
  due_date        DATE         NULL,
  erp_order_id    INT          NULL,
  erp_number      VARCHAR(120) NULL,
  requested_at    DATETIME(3)  NOT NULL,
  issued_at       DATETIME(3)  NULL,
  sold_at         DATETIME(3)  NULL,
  UNIQUE KEY imports_order (shop, shop_order_id, import_no),
  KEY imports_erp_number (erp_number)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS sales_documents (
  import_id   BIGINT       NOT NULL,
  document_id INT          NOT NULL,
  number      VARCHAR(120) NOT NULL,
  PRIMARY KEY (import_id, document_id),
  KEY sales_documents_number (number)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS events (
  id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shop          VARCHAR(40)   NOT NULL,
  shop_order_id BIGINT        NOT NULL,
  at            DATETIME(3)   NOT NULL,
  kind          VARCHAR(40)   NOT NULL,
  text          VARCHAR(1000) NOT NULL,
  KEY events_order (shop, shop_order_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS dead_letters (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shop            VARCHAR(40)  NOT NULL,
  shop_order_id   BIGINT       NOT NULL,
  step            ENUM('IMPORT','REALISE','FEEDBACK') NOT NULL,
  state           ENUM('OPEN','RESOLVED','DISCARDED') NOT NULL DEFAULT 'OPEN',
  error           TEXT         NOT NULL COMMENT 'in the words of the system that refused',
  attempts        INT          NOT NULL DEFAULT 1,
  first_failed_at DATETIME(3)  NOT NULL,
  last_failed_at  DATETIME(3)  NOT NULL,
  next_attempt_at DATETIME(3)  NOT NULL,
  closed_at       DATETIME(3)  NULL,
  reason          VARCHAR(255) NULL COMMENT 'why an operator discarded it, or what closed it',
  payload         MEDIUMTEXT   NULL,
  refetch         BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'the next attempt begins with the shop''s current data',
  open_mark       TINYINT      GENERATED ALWAYS AS (IF(state = 'OPEN', 1, NULL)) STORED,
  UNIQUE KEY dead_letters_one_open (shop, shop_order_id, step, open_mark),
  KEY dead_letters_due (shop, state, next_attempt_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS feedback (
  shop          VARCHAR(40) NOT NULL,
  shop_order_id BIGINT      NOT NULL,
  import_no     INT         NOT NULL,
  moment        ENUM('IMPORTED','REALISED') NOT NULL,
  status_id     BIGINT      NOT NULL,
  state         ENUM('DUE','HELD','DONE') NOT NULL DEFAULT 'DUE' COMMENT 'HELD: a dead letter has it',
  PRIMARY KEY (shop, shop_order_id, import_no, moment),
  KEY feedback_due (shop, state)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

-- Camel's JDBC idempotent repository; the key is shop/number
CREATE TABLE IF NOT EXISTS CAMEL_MESSAGEPROCESSED (
  processorName VARCHAR(100) NOT NULL,
  messageId     VARCHAR(200) NOT NULL,
  createdAt     TIMESTAMP    NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (processorName, messageId)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
