-- a definite refusal: nothing was written, so there is nothing to ask for next time
UPDATE imports SET step = 'NEW' WHERE id = :#importId AND step = 'ISSUING'
