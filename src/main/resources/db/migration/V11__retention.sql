-- Personal data goes when it is not needed any more (retention.days).

ALTER TABLE orders ADD COLUMN IF NOT EXISTS erased_at DATETIME(3) NULL COMMENT 'personal data was erased then; a re-import fetches it anew';
CREATE INDEX IF NOT EXISTS orders_to_erase ON orders (shop, state, erased_at, updated_at);
CREATE INDEX IF NOT EXISTS orders_of_buyer ON orders (shop, buyer_key);
