UPDATE imports SET step = 'ISSUED' WHERE id = :#importId AND step = 'SELLING'
