-- H4, S10, D1: a person who lets a held order pass does so once, whatever keeps it from its ZMO or its document then. The version before leaves these
-- alone: it asks the person again.
ALTER TABLE dead_letters
  ADD COLUMN IF NOT EXISTS hold CHAR(64) NULL COMMENT 'which hold the last attempt met: rule, reasons and card as one sum; NULL for any other failure',
  ADD COLUMN IF NOT EXISTS passed_hold CHAR(64) NULL COMMENT 'the hold that a person has let pass';
