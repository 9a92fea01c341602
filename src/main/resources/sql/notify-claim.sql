-- a bridge that dies in its turn leaves it to another one after five minutes, longer than any message may take
INSERT INTO notify_turns (channel, audience, holder, held_until)
VALUES (:#channel, :#audience, :#holder, UTC_TIMESTAMP(3) + INTERVAL 5 MINUTE)
ON DUPLICATE KEY UPDATE holder = IF(held_until < UTC_TIMESTAMP(3), VALUES(holder), holder),
  held_until = IF(holder = VALUES(holder), VALUES(held_until), held_until)
