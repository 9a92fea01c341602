-- What is still to be done to a ZMO that exists, because its order changed or ended in the shop (S4, E1). An older version leaves the column alone.
ALTER TABLE imports
  ADD COLUMN IF NOT EXISTS change_due ENUM('EDIT','WITHDRAW') NULL COMMENT 'S4, E1: the ZMO is to be edited, or deleted';
