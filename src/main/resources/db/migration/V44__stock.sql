-- How the comparisons of stock stand (stock.enabled). The version before knows nothing of them.
CREATE TABLE IF NOT EXISTS stock_polls (
  shop       VARCHAR(40) NOT NULL PRIMARY KEY,
  holder     CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the comparison that is under way',
  held_until DATETIME(3) NULL COMMENT 'whoever was silent until then has gone',
  begun_at   DATETIME(3) NULL,
  ended_at   DATETIME(3) NULL,
  stopped_at DATETIME(3) NULL COMMENT 'nothing is written until a person says go on',
  passed_at  DATETIME(3) NULL COMMENT 'when a person said so; it holds for an hour, or until all is written',
  passed_by  VARCHAR(100) NULL COMMENT 'who said so',
  told       MEDIUMTEXT  NULL COMMENT 'what the last comparison found, as JSON'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

-- which ZMO the ERP did not know yet when it was asked for its stock
CREATE INDEX IF NOT EXISTS imports_issued ON imports (shop, issued_at);
