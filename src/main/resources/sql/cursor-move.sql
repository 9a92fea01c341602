-- I4: only after every order up to here is in the register; never backwards
UPDATE cursors SET last_order_id = :#cursor WHERE shop = :#shop AND last_order_id < :#cursor
