-- D2: the order of this id in each of the shops, as it came from the shop, and how its last import pays; raw is NULL when it is erased
SELECT o.shop, o.shop_order_id, o.raw, i.payment_form_id, i.payment_rule, i.currency_rate, i.rate_date, i.rate_source,
  o.difference_as, o.difference_amount, o.difference_sum, o.difference_actor, o.difference_reason
FROM orders o JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.import_no = o.import_no
WHERE o.shop IN (:#in:shops) AND o.shop_order_id = :#orderId
ORDER BY o.shop
