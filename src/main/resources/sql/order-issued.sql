-- Z3: an order that is due already goes straight on to its realisation
UPDATE orders SET state = 'ISSUED', due_step = IF(realise_since IS NOT NULL, 'REALISE', NULL), updated_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId
