-- a person tries it again now
UPDATE dead_letters SET actor = NULLIF(LEFT(:#actor, 100), '') WHERE shop = :#shop AND id = :#deadLetterId
