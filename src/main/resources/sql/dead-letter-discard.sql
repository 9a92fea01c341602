UPDATE dead_letters SET state = 'DISCARDED', closed_at = UTC_TIMESTAMP(3), reason = :#reason
WHERE shop = :#shop AND id = :#deadLetterId AND state = 'OPEN'
