INSERT IGNORE INTO stock_polls (shop) VALUES (:#keptShop)
