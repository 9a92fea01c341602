-- how far the messages of a channel are, whose turn it is, and the shop's own zone as its newest order says it
SELECT t.told_at, t.summary_at,
  CAST(COALESCE(t.holder = :#holder AND t.held_until > UTC_TIMESTAMP(3), FALSE) AS SIGNED) AS is_ours,
  (SELECT o.zone FROM orders o WHERE o.shop IN (:#in:shops) ORDER BY o.shop DESC, o.shop_order_id DESC LIMIT 1) AS zone
FROM (SELECT 1) one LEFT JOIN notify_turns t ON t.channel = :#channel AND t.audience = :#audience
