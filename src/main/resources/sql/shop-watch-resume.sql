-- a person says that the filter by status_date is to be used again; all watched orders are looked at first
UPDATE shop_watch SET filter_off_at = NULL, filter_off_why = NULL, filter_off_order = NULL, looked_at = NULL
WHERE shop IN (:#in:shops) AND filter_off_at IS NOT NULL
