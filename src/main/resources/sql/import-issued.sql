UPDATE imports SET step = 'ISSUED', erp_number = :#erpNumber, issued_at = UTC_TIMESTAMP(3) WHERE id = :#importId AND step = 'RENAMING'
