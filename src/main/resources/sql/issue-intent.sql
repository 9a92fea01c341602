-- I2: before the ZMO is written; changes nothing when the lease has ended (I8). The lease outlives the write even if it cannot
-- be renewed meanwhile (Claims.isHeldUp); until unclear_until the write may be going on, whatever has become of this process (I10)
-- the process counts it, so that it sees when an earlier state of the database is brought back (adr/0009)
UPDATE imports i JOIN buyers b ON b.shop = i.shop AND b.buyer_key = :#buyerKey LEFT JOIN lives l ON l.id = :#lifeId
SET l.intents = l.intents + 1, i.step = 'ISSUING', i.intent_at = UTC_TIMESTAMP(3), i.contractor_id = :#contractorId, i.payment_form_id = :#paymentFormId,
  i.payment_rule = :#paymentRule, i.due_date = :#dueDate,
  i.rate_currency = :#rateCurrency, i.currency_rate = :#currencyRate, i.rate_date = :#rateDate, i.rate_source = :#rateSource,
  i.unclear_until = UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND,
  b.claimed_until = UTC_TIMESTAMP(3) + INTERVAL :#writeLease * 1000 MICROSECOND
WHERE i.id = :#importId AND i.step IN ('NEW', 'ISSUING') AND b.claim_token = :#claim AND b.claimed_until >= UTC_TIMESTAMP(3)
  AND NOT EXISTS (SELECT 1 FROM erp_stops s WHERE s.erp = :#erp AND s.stopped_at IS NOT NULL) -- S6
