INSERT IGNORE INTO notified_letters (channel, letter_id, cause, told_at) VALUES (:#channel, :#letterId, :#cause, UTC_TIMESTAMP(3))
