SELECT shop, ended_at, stopped_at, told FROM stock_polls WHERE shop IN (:#in:shops) ORDER BY shop
