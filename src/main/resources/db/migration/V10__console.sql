-- What the console searches, lists and counts is read from narrow indexes: with its card and the shop's data an order's row is wide.

ALTER TABLE orders
  ADD COLUMN IF NOT EXISTS erp_numbers VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'of its ZMO and sales documents, for the search' AFTER import_no;

UPDATE orders o SET erp_numbers = COALESCE((
  SELECT LEFT(GROUP_CONCAT(CONCAT_WS(' ', i.erp_number, s.number) ORDER BY i.import_no DESC SEPARATOR ' '), 200)
  FROM imports i LEFT JOIN sales_documents s ON s.import_id = i.id
  WHERE i.shop = o.shop AND i.shop_order_id = o.shop_order_id), '');

ALTER TABLE orders
  ADD COLUMN IF NOT EXISTS search VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (LEFT(
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
      LOWER(CONCAT_WS('\n', number, confirmed_number, erp_numbers, buyer)),
      'ą', 'a'), 'ć', 'c'), 'ę', 'e'), 'ł', 'l'), 'ń', 'n'), 'ó', 'o'), 'ś', 's'), 'ź', 'z'), 'ż', 'z'), 600)) STORED
    COMMENT 'what a search looks through: small letters, no Polish ones',
  ADD INDEX IF NOT EXISTS orders_list (shop, shop_order_id, state, status_id, placed_at, received_at, search);

ALTER TABLE imports
  ADD COLUMN IF NOT EXISTS issued_after BIGINT NULL COMMENT 'seconds from the order in the shop to its ZMO; NULL for a re-import' AFTER issued_at,
  ADD COLUMN IF NOT EXISTS sold_after BIGINT NULL COMMENT 'seconds from the payment to the sales document; NULL for a re-import';

UPDATE imports i JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id
SET i.issued_after = TIMESTAMPDIFF(SECOND, o.placed_at, i.issued_at), i.sold_after = TIMESTAMPDIFF(SECOND, o.realise_since, i.sold_at)
WHERE i.import_no = 1;

ALTER TABLE imports
  DROP INDEX IF EXISTS imports_issued, ADD INDEX imports_issued (shop, issued_at, issued_after),
  DROP INDEX IF EXISTS imports_sold, ADD INDEX imports_sold (shop, sold_at, sold_after);

CREATE INDEX IF NOT EXISTS dead_letters_state ON dead_letters (shop, state, id);
