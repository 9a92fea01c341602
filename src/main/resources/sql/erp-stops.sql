SELECT erp, stopped_at FROM erp_stops WHERE stopped_at IS NOT NULL ORDER BY erp
