-- 1 when no other bridge has compared since this one did
SELECT COALESCE(last_by = :#bridge, 0) AS remembered FROM stock_polls WHERE shop = :#keptShop
