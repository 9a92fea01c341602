-- outages that are not over, or not told to the end; those of a week, so that none is taken for a new one
SELECT shop, `system`, since, ended_at, away_told, back_told FROM notified_outages
WHERE channel = :#channel AND shop IN (:#in:shops) AND (back_told = FALSE OR since > UTC_TIMESTAMP(3) - INTERVAL 7 DAY)
