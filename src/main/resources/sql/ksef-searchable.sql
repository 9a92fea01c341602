UPDATE orders SET erp_numbers = LEFT(CONCAT_WS(' ', :#ksefNumber, NULLIF(erp_numbers, '')), 200)
WHERE shop = :#shop AND shop_order_id = :#orderId AND erp_numbers NOT LIKE CONCAT('%', :#ksefNumber, '%')
