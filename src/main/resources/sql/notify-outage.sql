INSERT INTO notified_outages (channel, shop, `system`, since, ended_at, away_told, back_told)
VALUES (:#channel, :#shop, :#system, :#since, :#endedAt, :#awayTold, :#backTold)
ON DUPLICATE KEY UPDATE ended_at = VALUES(ended_at), away_told = VALUES(away_told), back_told = VALUES(back_told)
