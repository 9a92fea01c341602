UPDATE dead_letters SET payload = NULL, words = NULL, arguments = NULL, cause = NULL, waits_for = NULL, hold = NULL, passed_hold = NULL, error = 'Treść usunięto razem z danymi osobowymi'
WHERE shop = :#shop AND shop_order_id = :#shop_order_id AND state <> 'OPEN'
