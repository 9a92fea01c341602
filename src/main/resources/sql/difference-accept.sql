-- L6: a person decides; a worker goes on from here, should the attempt end without a word
UPDATE orders SET difference_as = :#acceptedAs, difference_amount = :#acceptedAmount, difference_sum = :#acceptedSum,
  difference_actor = NULLIF(LEFT(:#actor, 100), ''), difference_reason = NULLIF(:#acceptedReason, ''), difference_at = UTC_TIMESTAMP(3),
  updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId
