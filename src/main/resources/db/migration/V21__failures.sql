-- A failure is kept as data: which system, which cause, what heals it. The version before goes on writing error and text alone;
-- a row whose error or text was written by it is read as before.

ALTER TABLE dead_letters
  MODIFY COLUMN step ENUM('IMPORT','REALISE','FEEDBACK','REVIEW') NOT NULL,
  ADD COLUMN IF NOT EXISTS `system` VARCHAR(20) NULL COMMENT 'whose failure it is: SHOP, ERP, DATABASE, BRIDGE' AFTER state,
  ADD COLUMN IF NOT EXISTS cause VARCHAR(40) NULL COMMENT 'a code, the same as in API and metrics' AFTER `system`,
  ADD COLUMN IF NOT EXISTS waits_for VARCHAR(20) NULL COMMENT 'PERSON, STOCK or SYSTEM' AFTER cause,
  ADD COLUMN IF NOT EXISTS arguments TEXT NULL COMMENT 'what it is about, a JSON object of texts' AFTER waits_for,
  ADD COLUMN IF NOT EXISTS words TEXT NULL COMMENT 'what the other system said, word for word' AFTER arguments,
  ADD COLUMN IF NOT EXISTS actor VARCHAR(100) NULL COMMENT 'who discarded or replayed it' AFTER reason;

ALTER TABLE events
  ADD COLUMN IF NOT EXISTS code VARCHAR(40) NULL COMMENT 'which sentence; NULL when there is only the text',
  ADD COLUMN IF NOT EXISTS arguments TEXT NULL COMMENT 'what it is about, a JSON object of texts';

-- the classes that the metrics had, as far as the text tells; the collation does not mind letter case
UPDATE dead_letters SET words = error, arguments = '{}', cause = CASE
  WHEN error REGEXP 'Sklep odpowiedział 429|Limit zapytań' THEN 'SHOP_THROTTLED'
  WHEN error REGEXP 'Sklep odpowiedział (5[0-9][0-9]|3[0-9][0-9])|Zapytanie zostanie ponowione' THEN 'SHOP_AWAY'
  WHEN error REGEXP 'brak połączenia|Brak odpowiedzi w wyznaczonym czasie|Połączenie przerwane|Nie znaleziono adresu'
    THEN IF(step = 'FEEDBACK', 'SHOP_AWAY', 'ERP_AWAY')
  WHEN error REGEXP 'does not know the application' THEN 'ERP_KEY_UNKNOWN'
  WHEN error REGEXP 'HTTP (5[0-9][0-9]|408|429)|answer is not JSON|without a token|token cannot be read' THEN 'ERP_AWAY'
  WHEN error REGEXP 'Sklep odpowiedział 401|shoper\\.token' THEN 'SHOP_LOGIN_REFUSED'
  WHEN error REGEXP 'Nadaj integracji' THEN 'SHOP_AREA_MISSING'
  WHEN error REGEXP 'Sklep odpowiedział 404' THEN 'SHOP_NOT_FOUND'
  WHEN error REGEXP 'Sklep odpowiedział' THEN 'SHOP_REFUSED'
  WHEN error REGEXP 'nie wiadomo, czy zamówienie' THEN 'SALE_UNSETTLED'
  WHEN error REGEXP 'wystarczając[[:alpha:]]+ ilości|stan[[:alpha:]]* magazyn|brak stanu' THEN 'NO_STOCK'
  WHEN error REGEXP 'nie ma odpowiednika w ERP' THEN 'NO_PAYMENT_FORM'
  WHEN error REGEXP 'nie ma kodu' THEN 'PRODUCT_WITHOUT_CODE'
  WHEN error REGEXP '(nie znaleziono|nie istnieje|brak|nieznan[[:alpha:]]+) (towar|produkt|kartotek)' THEN 'UNKNOWN_PRODUCT_CODE'
  WHEN error REGEXP 'towar [^ ]+ jest nieaktywny' THEN 'PRODUCT_INACTIVE'
  WHEN error REGEXP '(nie znaleziono|nieznan[[:alpha:]]+|brak) (typu|serii|wydziału|rejestru|formy|stawki|waluty)' THEN 'UNKNOWN_SETTING'
  WHEN error REGEXP 'okres[[:alpha:]]* (sprawozdawcz|obrachunkow|księgow).*zamknięt' THEN 'PERIOD_CLOSED'
  WHEN error REGEXP 'kontrahent.* już istnieje' THEN 'CONTRACTOR_EXISTS'
  WHEN error REGEXP 'uprawnie|licencj' THEN 'ERP_RIGHT_MISSING'
  WHEN error REGEXP 'nie wynika z pozycji' THEN 'TOTAL_DOES_NOT_FIT'
  WHEN error REGEXP 'Rejestr nie przyjął' THEN 'REGISTER_REFUSED'
  WHEN error REGEXP '^Zamówienie [0-9]+: ' THEN 'INVALID_ORDER'
  ELSE 'OTHER' END
WHERE error <> 'Treść usunięto razem z danymi osobowymi';

UPDATE dead_letters SET
  `system` = CASE
    WHEN cause LIKE 'SHOP\_%' THEN 'SHOP'
    WHEN cause = 'REGISTER_REFUSED' THEN 'DATABASE'
    WHEN cause IN ('PRODUCT_WITHOUT_CODE', 'TOTAL_DOES_NOT_FIT', 'INVALID_ORDER', 'OTHER') THEN 'BRIDGE'
    ELSE 'ERP' END,
  waits_for = CASE
    WHEN cause = 'NO_STOCK' THEN 'STOCK'
    WHEN cause IN ('SHOP_AWAY', 'SHOP_THROTTLED', 'ERP_AWAY') THEN 'SYSTEM'
    ELSE 'PERSON' END
WHERE cause IS NOT NULL;
