-- unless another invoice of the order has none
UPDATE dead_letters SET state = 'RESOLVED', closed_at = UTC_TIMESTAMP(3), reason = 'Faktura ma numer KSeF'
WHERE shop = :#shop AND shop_order_id = :#orderId AND step = 'REVIEW' AND state = 'OPEN' AND cause = 'KSEF_MISSING'
  AND NOT EXISTS (SELECT 1 FROM ksef_documents k JOIN imports i ON i.id = k.import_id
    WHERE i.shop = :#shop AND i.shop_order_id = :#orderId AND k.missing_at IS NOT NULL AND k.ksef_number IS NULL)
