-- the outcome: whatever dies now, this ZMO is the order's
UPDATE imports SET step = 'RENAMING', erp_order_id = :#${variable.zmo.id}, erp_number = :#${variable.zmo.number}
WHERE id = :#importId AND step IN ('NEW', 'ISSUING', 'RENAMING')
