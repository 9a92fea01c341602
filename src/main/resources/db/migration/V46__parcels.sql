-- Tracking numbers on their way to the shop (parcels.enabled). The version before does not know the table.
CREATE TABLE IF NOT EXISTS parcels (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shop            VARCHAR(40)  NOT NULL,
  shop_order_id   BIGINT       NOT NULL,
  number          VARCHAR(64)  NOT NULL COMMENT 'the tracking number',
  carrier         VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'name of a way of delivery in the shop; empty for the order''s own',
  shipping_id     BIGINT       NULL COMMENT 'the way of delivery in the shop; NULL until it is written, or chosen',
  sent            BOOLEAN      NOT NULL DEFAULT TRUE COMMENT 'whether the shop is told that it is on its way',
  state           VARCHAR(20)  NOT NULL DEFAULT 'DUE' COMMENT 'DUE, WRITING (the intent), DONE, REFUSED or UNCLEAR (both wait for a person)',
  actor           VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'who handed it in: a person, or a file',
  created_at      DATETIME(3)  NOT NULL,
  intent_at       DATETIME(3)  NULL COMMENT 'when it was last about to be written',
  next_attempt_at DATETIME(3)  NOT NULL,
  attempts        INT          NOT NULL DEFAULT 0 COMMENT 'that failed one after the other',
  done_at         DATETIME(3)  NULL,
  parcel_id       BIGINT       NULL COMMENT 'in the shop, as far as it said',
  `system`        VARCHAR(20)  NULL COMMENT 'why it is not there yet: as in dead_letters',
  cause           VARCHAR(60)  NULL,
  arguments       TEXT         NULL,
  words           TEXT         NULL,
  UNIQUE KEY parcels_number (shop, shop_order_id, number),
  KEY parcels_due (state, next_attempt_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;
