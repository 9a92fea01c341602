-- Orders that are not in the register yet: those that may still be being built (S1), and ids that nobody has seen (S8). The version before
-- asks for all of them at each poll, and takes in those that come.
ALTER TABLE waiting
  ADD COLUMN IF NOT EXISTS why ENUM('STATUS','SETTLE','GAP') NOT NULL DEFAULT 'STATUS' COMMENT 'STATUS: no status to import yet; SETTLE: too young (S1); GAP: not seen yet (S8)',
  ADD COLUMN IF NOT EXISTS look VARCHAR(100) NULL COMMENT 'S1: sum and number of products when it was last seen',
  ADD COLUMN IF NOT EXISTS look_at DATETIME(3) NULL COMMENT 'S8: not asked for before; NULL: at each poll',
  ADD COLUMN IF NOT EXISTS forget_at DATETIME(3) NULL COMMENT 'S8: nobody waits for it any more; NULL: for as long as orders are watched';
