-- reads nothing but the index, so that a row's width costs nothing
SELECT COUNT(*) AS total FROM orders FORCE INDEX (orders_list)
WHERE shop IN (:#in:shops) AND (:#state = '' OR state = :#state) AND (:#statusId = -1 OR status_id = :#statusId)
  AND (:#dated = 'false' OR placed_at >= :#placedFrom AND placed_at < :#placedUntil)
  AND (:#stuck = 'false' OR (shop, shop_order_id) IN (SELECT d.shop, d.shop_order_id FROM dead_letters d WHERE d.state = 'OPEN' AND d.step <> 'REVIEW'))
  AND search LIKE :#word1 AND search LIKE :#word2 AND search LIKE :#word3 AND search LIKE :#word4
