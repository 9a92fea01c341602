-- Reviews: an order has one open review for each cause, beside its one open dead letter for each step. A version before files none.
ALTER TABLE dead_letters
  ADD COLUMN IF NOT EXISTS subject VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
    GENERATED ALWAYS AS (IF(step = 'REVIEW', COALESCE(cause, ''), '')) STORED COMMENT 'what a review is about',
  DROP INDEX IF EXISTS dead_letters_one_open,
  ADD UNIQUE KEY dead_letters_one_open (shop, shop_order_id, step, subject, open_mark);

-- S2, E2, E6: what the shop's row said last, and how long an order is looked at after its end. A version before leaves them NULL: then the
-- order's card is compared, and the order is not looked at any more.
ALTER TABLE orders
  ADD COLUMN IF NOT EXISTS shop_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the shop''s row, as far as a ZMO is made from it (S2)',
  ADD COLUMN IF NOT EXISTS read_anew BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'its import begins with the shop''s current data (E2)',
  ADD COLUMN IF NOT EXISTS watch_until DATETIME(3) NULL COMMENT 'a cancelled or realised order is looked at until then (E2, E6)',
  ADD INDEX IF NOT EXISTS orders_ended (shop, watch_until, shop_order_id, state, erased_at);
