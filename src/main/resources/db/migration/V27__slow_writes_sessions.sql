-- I10: a write that was begun may be going on so long; and the sessions with an ERP that processes of this database hold, so that one
-- that a killed process has left behind is used or closed. An older version leaves both alone.
ALTER TABLE imports
  ADD COLUMN IF NOT EXISTS unclear_until DATETIME(3) NULL COMMENT 'the write of intent_at may be going on until then; nobody asks before';

CREATE TABLE IF NOT EXISTS erp_sessions (
  id        CHAR(36)       NOT NULL COMMENT 'also the name of the lock that its process holds while it lives',
  erp       CHAR(64)       NOT NULL COMMENT 'which ERP: a hash of address and application key',
  node      VARCHAR(200)   NOT NULL COMMENT 'symfonia.device-name and the machine that opened it',
  token     VARBINARY(512) NOT NULL COMMENT 'encrypted with the application key, which is not in the database',
  opened_at DATETIME(3)    NOT NULL,
  PRIMARY KEY (id),
  KEY erp_sessions_erp (erp, opened_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
