UPDATE dead_letters SET state = 'DISCARDED', closed_at = UTC_TIMESTAMP(3), reason = :#reason, actor = NULLIF(LEFT(:#actor, 100), '')
WHERE shop = :#shop AND id = :#deadLetterId AND state = 'OPEN'
