-- I4: only after every order up to here is in the register; never backwards. S7: a shop whose newest order was below the cursor has caught up
UPDATE cursors c LEFT JOIN dead_letters d ON d.shop = c.shop AND d.state = 'OPEN' AND d.cause = 'SHOP_RESTORED' AND d.arguments LIKE '%"newest"%'
SET c.last_order_id = :#cursor, d.state = 'RESOLVED', d.closed_at = UTC_TIMESTAMP(3), d.reason = 'Sklep ma znowu nowsze zamówienia'
WHERE c.shop = :#shop AND c.last_order_id < :#cursor
