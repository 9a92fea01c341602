-- feedback.failed-status: the shop hears of an order that waits for a person, once for each dead letter. An older version writes no such rows;
-- it sets the status of those that are due.
ALTER TABLE feedback
  MODIFY COLUMN moment ENUM('IMPORTED','REALISED','FAILED') NOT NULL,
  ADD COLUMN IF NOT EXISTS dead_letter_id BIGINT NULL COMMENT 'of the moment FAILED: which one';
