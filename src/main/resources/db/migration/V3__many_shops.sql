-- One question for all shops: which of them have work.

CREATE INDEX orders_with_work ON orders (due_step, shop);
CREATE INDEX dead_letters_with_work ON dead_letters (state, next_attempt_at, shop);
CREATE INDEX feedback_with_work ON feedback (state, shop);
