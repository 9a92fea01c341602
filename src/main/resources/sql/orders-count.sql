SELECT COUNT(*) AS total FROM orders o
WHERE o.shop = :#shop AND (:#state = '' OR o.state = :#state)
  AND (:#q = '' OR o.number LIKE :#like OR o.confirmed_number = :#q OR o.buyer LIKE :#like
    OR EXISTS (SELECT 1 FROM imports n LEFT JOIN sales_documents s ON s.import_id = n.id
      WHERE n.shop = o.shop AND n.shop_order_id = o.shop_order_id AND (n.erp_number LIKE :#like OR s.number LIKE :#like)))
