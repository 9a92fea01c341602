-- Sessions of browsers that have signed in. A version before knows no sessions and leaves them alone.
CREATE TABLE IF NOT EXISTS sign_ins (
  id        BINARY(32)   NOT NULL COMMENT 'hash of the token in the browser''s cookie; the token itself is nowhere',
  user_name VARCHAR(255) NOT NULL,
  proof     BINARY(32)   NOT NULL COMMENT 'of token, password and role: another one as soon as one of them is changed',
  used_at   DATETIME(3)  NOT NULL,
  ends_at   DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  KEY sign_ins_ends (ends_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
