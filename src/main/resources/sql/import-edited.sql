-- the ZMO is what the order's card says; what changed in the shop since that was read stays due
UPDATE imports SET step = 'ISSUED', made_from = NULL WHERE id = :#importId AND step = 'EDITING'
