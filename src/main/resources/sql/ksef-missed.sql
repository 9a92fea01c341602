UPDATE imports i JOIN ksef_documents k ON k.import_id = i.id SET k.missing_at = UTC_TIMESTAMP(3)
WHERE i.shop = :#shop AND i.shop_order_id = :#orderId AND k.ksef_number IS NULL AND FIND_IN_SET(CONCAT(k.import_id, '/', k.document_id), :#missed)
