-- what has become of a correction that was sent
UPDATE corrections SET state = :#correctionState, document_id = :#correctionId, number = :#correctionNumber, differs = NULLIF(:#correctionDiffers, ''),
  kept_card = NULL, kept_raw = NULL, kept_digest = NULL, ended_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId AND open_mark = 1
