-- the ZMO is still there; after an earlier write that was unclear perhaps not as the register knows it
UPDATE imports SET step = IF(:#wasCertain, 'ISSUED', 'EDITING') WHERE id = :#importId AND step = 'WITHDRAWING'
