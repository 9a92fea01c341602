-- H3, Z2: the shop's current status; once due for realisation, an order stays due (Z11). A change of its ZMO goes first (S4)
UPDATE orders SET status_id = :#statusId, status = :#status,
  due_step = IF(:#realiseNow AND realise_since IS NULL AND state = 'ISSUED' AND NOT (due_step <=> 'IMPORT'), 'REALISE', due_step),
  realise_since = IF(:#realiseNow, COALESCE(realise_since, UTC_TIMESTAMP(3)), realise_since),
  updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId
