-- a person says go on
UPDATE stock_polls SET stopped_at = NULL, passed_at = UTC_TIMESTAMP(3), passed_by = NULLIF(LEFT(:#actor, 100), '') WHERE shop IN (:#in:shops) AND stopped_at IS NOT NULL
