-- before the e-mail: whoever finds it like this later knows that it may have been sent
UPDATE document_pdfs SET mail_state = 'SENDING', held_until = UTC_TIMESTAMP(3) + INTERVAL 15 MINUTE
WHERE import_id = :#importId AND document_id = :#documentId AND holder = :#holder AND held_until > UTC_TIMESTAMP(3) AND mail_state = 'DUE'
