-- L6: what a person decided about the difference of an order; it holds for that amount at that sum. A version before leaves it alone, and asks.
ALTER TABLE orders
  ADD COLUMN IF NOT EXISTS difference_as ENUM('SPREAD','LINE') NULL COMMENT 'L6: what the difference becomes',
  ADD COLUMN IF NOT EXISTS difference_amount DECIMAL(15,2) NULL COMMENT 'of which difference; below 0 for a discount',
  ADD COLUMN IF NOT EXISTS difference_sum DECIMAL(15,2) NULL COMMENT 'at which sum of the order',
  ADD COLUMN IF NOT EXISTS difference_actor VARCHAR(100) NULL COMMENT 'who decided; NULL when nobody has a name',
  ADD COLUMN IF NOT EXISTS difference_reason VARCHAR(255) NULL COMMENT 'why',
  ADD COLUMN IF NOT EXISTS difference_at DATETIME(3) NULL COMMENT 'when, UTC';
