-- Z12: documents that belong to other orders of the contractor
SELECT s.document_id
FROM sales_documents s JOIN imports i ON i.id = s.import_id
WHERE i.shop = :#shop AND i.contractor_id = :#zmoContractor AND s.kind = 'FV'
