-- with the numbers of the order that its open review names already
SELECT k.import_id, k.document_id, k.ksef_number, s.number, i.shop, i.shop_order_id,
  (SELECT GROUP_CONCAT(r.ksef_number ORDER BY r.import_id, r.document_id SEPARATOR ', ')
    FROM imports j JOIN ksef_documents r ON r.import_id = j.id AND r.note = 'REFUSED'
    WHERE j.shop = i.shop AND j.shop_order_id = i.shop_order_id
      AND EXISTS (SELECT 1 FROM dead_letters d WHERE d.shop = j.shop AND d.shop_order_id = j.shop_order_id
        AND d.step = 'REVIEW' AND d.state = 'OPEN' AND d.cause = 'KSEF_NOT_NOTED')) AS refused
FROM ksef_documents k
JOIN imports i ON i.id = k.import_id AND i.shop IN (:#in:accountShops)
JOIN sales_documents s ON s.import_id = k.import_id AND s.document_id = k.document_id AND s.kind = 'FV'
WHERE k.note = 'DUE'
ORDER BY k.import_id
LIMIT 50
