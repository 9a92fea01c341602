-- the ERP does not have the ZMO any more; the row stays as history
UPDATE imports SET step = 'WITHDRAWN', change_due = NULL, made_from = NULL
WHERE id = :#importId AND step IN ('ISSUING', 'RENAMING', 'ISSUED', 'EDITING', 'WITHDRAWING')
