-- A ZMO is edited or withdrawn when its order changes or ends in the shop (S4, E1). The version before never makes these steps, and sells nothing in them.
ALTER TABLE imports
  MODIFY COLUMN step ENUM('NEW','ISSUING','RENAMING','ISSUED','SELLING','SOLD','EDITING','WITHDRAWING','WITHDRAWN') NOT NULL DEFAULT 'NEW',
  ADD COLUMN IF NOT EXISTS made_from MEDIUMTEXT NULL COMMENT 'S4: the card that the ZMO was made from, while that of the order is newer; NULL when they are one';
