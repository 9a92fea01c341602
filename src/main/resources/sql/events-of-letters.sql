-- a person tries all open dead letters again, or those of one cause
INSERT INTO events (shop, shop_order_id, at, kind, text, code, arguments)
SELECT DISTINCT shop, shop_order_id, UTC_TIMESTAMP(3), :#deed, :#deedText, :#deed, :#deedArguments FROM dead_letters
WHERE shop IN (:#in:shops) AND state = 'OPEN' AND step <> 'REVIEW' AND (:#wantedCause = '' OR id IN (:#in:letters))
