-- the outcome: whatever dies now, this ZMO is the order's
UPDATE imports SET step = 'RENAMING', erp_order_id = :#zmoId, erp_number = :#zmoNumber
WHERE id = :#importId AND step IN ('NEW', 'ISSUING', 'RENAMING')
