-- What the console's pictures count: orders received, issued and realised by time.

CREATE INDEX orders_received ON orders (shop, received_at);
CREATE INDEX imports_issued ON imports (shop, issued_at);
CREATE INDEX imports_sold ON imports (shop, sold_at);
