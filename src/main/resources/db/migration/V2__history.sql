-- What the console's pictures count: orders received, issued and realised by time.

CREATE INDEX IF NOT EXISTS orders_received ON orders (shop, received_at);
CREATE INDEX IF NOT EXISTS imports_issued ON imports (shop, issued_at);
CREATE INDEX IF NOT EXISTS imports_sold ON imports (shop, sold_at);
