-- with the rows of the page; whoever asked from another place than this one has moved on meanwhile
UPDATE ksef_accounts SET complete_at = COALESCE(:#completeAt, complete_at), answered_at = UTC_TIMESTAMP(3), not_before = NULL,
  page = :#nextPage, from_at = :#nextFrom
WHERE account = :#account AND from_at = :#askedFrom AND page = :#askedPage
