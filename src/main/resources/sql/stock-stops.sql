SELECT shop FROM stock_polls WHERE stopped_at IS NOT NULL
