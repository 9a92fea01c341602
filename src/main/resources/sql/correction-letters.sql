-- E6: what a correction settles; a person has looked, so that the same is not told again
UPDATE dead_letters SET state = 'DISCARDED', closed_at = UTC_TIMESTAMP(3), reason = :#correctionReason, actor = NULLIF(LEFT(:#correctionActor, 100), '')
WHERE shop = :#shop AND shop_order_id = :#orderId AND step = 'REVIEW' AND state = 'OPEN'
  AND cause IN ('CHANGED_AFTER_SALE', 'CANCELLED_AFTER_SALE', 'DELETED_AFTER_SALE', 'ALIVE_AFTER_CORRECTION', 'CORRECTION_UNSETTLED')
