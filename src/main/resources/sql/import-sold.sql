UPDATE imports SET step = 'SOLD', sold_at = UTC_TIMESTAMP(3) WHERE id = :#importId AND step IN ('ISSUED', 'SELLING')
