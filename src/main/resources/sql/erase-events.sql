-- what was changed, refused or warned of can name people
UPDATE events SET code = NULL, arguments = NULL, text = 'Treść usunięto razem z danymi osobowymi'
WHERE shop = :#shop AND shop_order_id = :#shop_order_id AND kind IN ('CHANGED', 'FAILED', 'WARNING', 'CORRECTION_REFUSED', 'CORRECTION_UNCLEAR',
  'CORRECTION_NOT_WRITTEN', 'CORRECTION_UNSETTLED')
