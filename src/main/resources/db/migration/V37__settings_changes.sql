-- What operators set while the bridge runs, over the files of config/. A version before does not know of it: it goes on with the files alone.
CREATE TABLE IF NOT EXISTS settings_changes (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  shop         VARCHAR(64)     NOT NULL COMMENT 'blank for all shops',
  name         VARCHAR(255)    NOT NULL COMMENT 'of a key, or config/documents.yaml for the rules for documents',
  value        MEDIUMTEXT      NOT NULL,
  value_before MEDIUMTEXT      NULL COMMENT 'what held until then; NULL for nothing',
  set_by       VARCHAR(255)    NOT NULL COMMENT 'blank when nobody had to sign in',
  set_at       DATETIME(3)     NOT NULL,
  undone_by    VARCHAR(255)    NULL,
  undone_at    DATETIME(3)     NULL COMMENT 'NULL: it holds, unless a later one of the same name does',
  PRIMARY KEY (id),
  KEY settings_changes_name (shop, name)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
