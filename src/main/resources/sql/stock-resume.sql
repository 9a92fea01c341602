-- a person says go on: so many products as now may fall to 0, not many more
UPDATE stock_polls SET stopped_at = NULL, passed_at = UTC_TIMESTAMP(3), passed = falling, passed_by = NULLIF(LEFT(:#actor, 100), '')
WHERE shop IN (:#in:shops) AND stopped_at IS NOT NULL
