-- amounts, numbers, documents, codes of products and times stay; what a buyer typed can stand in the name of a line. No e-mail goes out
UPDATE orders o LEFT JOIN imports i ON i.shop = o.shop AND i.shop_order_id = o.shop_order_id AND i.made_from IS NOT NULL
  LEFT JOIN order_lines l ON l.shop = o.shop AND l.shop_order_id = o.shop_order_id
  LEFT JOIN (imports j JOIN sales_documents s ON s.import_id = j.id JOIN ksef_invoices v ON v.invoice_number = s.number)
    ON j.shop = o.shop AND j.shop_order_id = o.shop_order_id
  LEFT JOIN document_pdfs p ON p.shop = o.shop AND p.shop_order_id = o.shop_order_id
  LEFT JOIN parcels q ON q.shop = o.shop AND q.shop_order_id = o.shop_order_id
  LEFT JOIN corrections c ON c.shop = o.shop AND c.shop_order_id = o.shop_order_id
SET c.body = NULL, c.kept_card = NULL, c.kept_raw = NULL, c.kept_digest = NULL, o.card = NULL, o.raw = NULL, o.buyer = '', o.buyer_key = CONCAT('order:', :#shop_order_id), o.erased_at = UTC_TIMESTAMP(3), i.made_from = NULL,
  o.shop_digest = NULL, o.difference_reason = NULL, l.name = '', v.buyer_id = '', p.words = NULL, q.words = NULL, q.arguments = NULL,
  p.due_at = IF(p.file_state = 'DUE' OR p.mail_state = 'SENDING', p.due_at, NULL), p.mail_state = IF(p.mail_state = 'DUE', 'NONE', p.mail_state)
WHERE o.shop = :#shop AND o.shop_order_id = :#shop_order_id
