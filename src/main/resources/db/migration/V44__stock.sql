-- How the comparisons of stock stand (stock.enabled). The version before knows nothing of them.
CREATE TABLE IF NOT EXISTS stock_polls (
  shop       VARCHAR(40) NOT NULL PRIMARY KEY,
  holder     CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the comparison that is under way',
  held_until DATETIME(3) NULL COMMENT 'whoever was silent until then has gone',
  last_by    CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the bridge that has compared last: what it has seen still counts',
  begun_at   DATETIME(3) NULL,
  ended_at   DATETIME(3) NULL,
  stopped_at DATETIME(3) NULL COMMENT 'nothing is written until a person says go on',
  falling    INT         NULL COMMENT 'so many products would fall to 0 then',
  passed_at  DATETIME(3) NULL COMMENT 'when a person said so; it holds for a day, or until all is written',
  passed     INT         NULL COMMENT 'so many products may fall to 0',
  passed_by  VARCHAR(100) NULL COMMENT 'who said so',
  told       MEDIUMTEXT  NULL COMMENT 'what the last comparison found, as JSON'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;
