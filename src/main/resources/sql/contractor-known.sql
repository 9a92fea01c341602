UPDATE buyers SET contractor_code = :#contractorCode, contractor_id = :#contractorId
WHERE shop = :#shop AND buyer_key = :#buyerKey
