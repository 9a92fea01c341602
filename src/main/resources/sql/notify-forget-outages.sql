-- those that notify-outages does not look at any more
DELETE FROM notified_outages WHERE back_told = TRUE AND since < UTC_TIMESTAMP(3) - INTERVAL 8 DAY LIMIT 1000
