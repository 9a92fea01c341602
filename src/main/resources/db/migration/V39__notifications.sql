-- What people have been told by e-mail or webhook, so that it is told once, also by two bridges and after a restart. A version before tells nobody anything.
CREATE TABLE IF NOT EXISTS notify_turns (
  channel    VARCHAR(20) NOT NULL COMMENT 'MAIL, WEBHOOK',
  audience   CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sum of the shops that are told of: bridges with the same ones take turns',
  holder     CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the bridge that tells now',
  held_until DATETIME(3) NOT NULL,
  told_at    DATETIME(3) NULL COMMENT 'the last message',
  summary_at DATETIME(3) NULL COMMENT 'the last daily summary',
  PRIMARY KEY (channel, audience)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS notified_letters (
  channel   VARCHAR(20) NOT NULL,
  letter_id BIGINT      NOT NULL COMMENT 'a dead letter or review',
  cause     VARCHAR(40) NOT NULL COMMENT 'with another cause it is told again',
  told_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (channel, letter_id, cause)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS notified_outages (
  channel   VARCHAR(20) NOT NULL,
  shop      VARCHAR(40) NOT NULL,
  `system`  VARCHAR(20) NOT NULL COMMENT 'SHOP, ERP',
  since     DATETIME(3) NOT NULL,
  ended_at  DATETIME(3) NULL,
  away_told BOOLEAN     NOT NULL DEFAULT FALSE,
  back_told BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (channel, shop, `system`, since)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;
