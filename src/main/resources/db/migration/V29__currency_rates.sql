-- W2: the rate of a foreign currency that a ZMO was made with, noted with the intent to write it, so that a write which is repeated has the same
-- one (I2). An older version leaves these alone.
ALTER TABLE imports
  ADD COLUMN IF NOT EXISTS rate_currency VARCHAR(10)    NULL COMMENT 'NULL for PLN, and where a version without these columns wrote',
  ADD COLUMN IF NOT EXISTS currency_rate DECIMAL(20,10) NULL COMMENT 'PLN for one unit',
  ADD COLUMN IF NOT EXISTS rate_date     DATE           NULL COMMENT 'of the table or list that it stands in',
  ADD COLUMN IF NOT EXISTS rate_source   VARCHAR(100)   NULL COMMENT 'for people, with the number of the table';
