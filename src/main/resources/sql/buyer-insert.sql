INSERT IGNORE INTO buyers (shop, buyer_key) VALUES (:#shop, :#buyerKey)
