-- How far the watched orders of a shop have been looked at, and whether the shop's filter by status_date is trusted. A version before asks for all of them at each
-- poll and leaves the table alone.
CREATE TABLE IF NOT EXISTS shop_watch (
  shop             VARCHAR(40) NOT NULL,
  asked_from       VARCHAR(19) NULL COMMENT 'the latest status_date when the orders were last looked at, by the shop''s clock',
  looked_at        DATETIME(3) NULL COMMENT 'when that look began; NULL: all orders are looked at once',
  filter_off_at    DATETIME(3) NULL COMMENT 'since when the filter is not used; NULL: it is',
  filter_off_why   ENUM('IGNORED','REFUSED','MISSED') NULL,
  filter_off_order BIGINT      NULL COMMENT 'the order that proved it',
  PRIMARY KEY (shop)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;
