-- One question for all shops: which of them have work.

CREATE INDEX IF NOT EXISTS orders_with_work ON orders (due_step, shop);
CREATE INDEX IF NOT EXISTS dead_letters_with_work ON dead_letters (state, next_attempt_at, shop);
CREATE INDEX IF NOT EXISTS feedback_with_work ON feedback (state, shop);
