-- a dry run changes nothing of what a person has to say or has said; one that was broken off is made at the next turn, by whichever bridge
UPDATE stock_polls SET holder = NULL, held_until = NULL, ended_at = UTC_TIMESTAMP(3), told = :#told, begun_at = IF(:#isPaused, NULL, begun_at),
  falling = IF(:#isStopped, :#emptied, falling),
  stopped_at = IF(:#isStopped, COALESCE(stopped_at, UTC_TIMESTAMP(3)), IF(:#isOver, NULL, stopped_at)),
  passed_at = IF(:#isOver, NULL, passed_at)
WHERE shop = :#keptShop AND holder = :#holder
