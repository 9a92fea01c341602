-- S6: a person says go on; what waited goes on by itself
UPDATE erp_stops SET stopped_at = NULL, resumed_at = UTC_TIMESTAMP(3), resumed_by = NULLIF(LEFT(:#actor, 100), '')
WHERE erp IN (:#in:erps) AND stopped_at IS NOT NULL
