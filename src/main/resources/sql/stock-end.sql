-- a dry run changes nothing of what a person has to say or has said
UPDATE stock_polls SET holder = NULL, held_until = NULL, ended_at = UTC_TIMESTAMP(3), told = :#told,
  stopped_at = IF(:#isStopped, COALESCE(stopped_at, UTC_TIMESTAMP(3)), IF(:#isOver, NULL, stopped_at)),
  passed_at = IF(:#isOver, NULL, passed_at)
WHERE shop = :#shop AND holder = :#holder
