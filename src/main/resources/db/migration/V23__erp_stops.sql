-- S6: the orders for which a document of an ERP turned out not to be theirs, and whether all writes to it were stopped for that. An older version notes none,
-- and does not mind the stop.
CREATE TABLE IF NOT EXISTS erp_mismatches (
  erp           VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'its address',
  shop          VARCHAR(40)  NOT NULL,
  shop_order_id BIGINT       NOT NULL,
  first_at      DATETIME(3)  NOT NULL COMMENT 'an order counts once, however often it is tried',
  PRIMARY KEY (erp, shop, shop_order_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;

CREATE TABLE IF NOT EXISTS erp_stops (
  erp        VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY COMMENT 'its address',
  stopped_at DATETIME(3)  NULL COMMENT 'NULL: it is written to again',
  resumed_at DATETIME(3)  NULL COMMENT 'when a person last said go on',
  resumed_by VARCHAR(100) NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;
