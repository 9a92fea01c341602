-- I2: before the ZMO is written; changes nothing when the lease has ended (I8). The lease outlives the write even if it cannot
-- be renewed meanwhile (Claims.isHeldUp)
UPDATE imports i JOIN buyers b ON b.shop = i.shop AND b.buyer_key = :#buyerKey
SET i.step = 'ISSUING', i.intent_at = UTC_TIMESTAMP(3), i.contractor_id = :#contractorId, i.payment_form_id = :#paymentFormId,
  i.payment_rule = :#paymentRule, i.due_date = :#dueDate, b.claimed_until = UTC_TIMESTAMP(3) + INTERVAL 120 SECOND
WHERE i.id = :#importId AND i.step IN ('NEW', 'ISSUING') AND b.claim_token = :#claim AND b.claimed_until >= UTC_TIMESTAMP(3)
