-- the ZMO is as it was; unless an earlier edit was unclear, then it stays so
UPDATE imports SET step = 'ISSUED' WHERE id = :#importId AND step = 'EDITING' AND :#wasCertain
