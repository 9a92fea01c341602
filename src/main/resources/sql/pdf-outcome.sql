-- what a person has asked to be sent meanwhile stays due; mail_state is read before it is set
UPDATE document_pdfs SET file_state = :#fileState, file = :#file, sha1 = :#sha1, saved_at = IF(:#savedNow, UTC_TIMESTAMP(3), saved_at),
  sent_at = IF(:#sentNow, UTC_TIMESTAMP(3), sent_at),
  due_at = IF(mail_state NOT IN (:#foundMailState, 'SENDING'), due_at, IF(:#waitMillis < 0, NULL, UTC_TIMESTAMP(3) + INTERVAL :#waitMillis * 1000 MICROSECOND)),
  mail_state = IF(mail_state NOT IN (:#foundMailState, 'SENDING'), mail_state, :#mailState),
  attempts = :#attempts, cause = IF(:#sameCause, cause, :#cause), arguments = IF(:#sameCause, arguments, :#arguments), words = IF(:#sameCause, words, :#words), holder = NULL, held_until = '1970-01-01 00:00:00.000'
WHERE import_id = :#importId AND document_id = :#documentId AND holder = :#holder
