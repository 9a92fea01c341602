-- a person tries it again now, and so lets pass what it was held for
UPDATE dead_letters SET actor = NULLIF(LEFT(:#actor, 100), ''), passed_hold = IF(cause = 'HELD_BY_RULE', hold, passed_hold)
WHERE shop = :#shop AND id = :#deadLetterId
