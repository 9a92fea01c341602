-- I2, adr/0009: each process of this database counts the ZMO that it has begun to write, so that it sees when the database has lost some: it was restored
-- from a backup. The version before counts none, asks the ERP about each order, and leaves the table alone.
CREATE TABLE IF NOT EXISTS lives (
  id       CHAR(36)    NOT NULL COMMENT 'also the name of the lock that its process holds for as long as its connection lasts',
  began_at DATETIME(3) NOT NULL,
  intents  BIGINT      NOT NULL DEFAULT 0 COMMENT 'how many ZMO it has begun to write',
  PRIMARY KEY (id)
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;
