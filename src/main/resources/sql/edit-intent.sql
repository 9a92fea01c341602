-- S4, I2: before the ZMO is edited; changes nothing when the lease has ended (I8) or the order is closed. The lease outlives the write even if
-- it cannot be renewed meanwhile (Claims.isHeldUp); until unclear_until the write may be going on, whatever has become of this process (I10)
UPDATE imports i JOIN buyers b ON b.shop = i.shop AND b.buyer_key = :#buyerKey
SET i.step = 'EDITING', i.intent_at = UTC_TIMESTAMP(3), i.unclear_until = UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND,
  i.contractor_id = :#contractorId, i.payment_form_id = :#paymentFormId,
  i.payment_rule = :#paymentRule, i.due_date = :#dueDate,
  i.rate_currency = :#rateCurrency, i.currency_rate = :#currencyRate, i.rate_date = :#rateDate, i.rate_source = :#rateSource,
  b.claimed_until = UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND
WHERE i.id = :#importId AND i.step IN ('ISSUED', 'EDITING') AND b.claim_token = :#claim AND b.claimed_until >= UTC_TIMESTAMP(3)
  AND EXISTS (SELECT 1 FROM orders o WHERE o.shop = i.shop AND o.shop_order_id = i.shop_order_id AND o.import_no = i.import_no
    AND o.state = 'ISSUED')
  AND NOT EXISTS (SELECT 1 FROM erp_stops s WHERE s.erp = :#erp AND s.stopped_at IS NOT NULL) -- S6
