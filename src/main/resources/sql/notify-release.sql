UPDATE notify_turns SET held_until = '1970-01-01 00:00:00.000' WHERE channel = :#channel AND audience = :#audience AND holder = :#holder
