-- Multiplies the orders that have flowed: 100,000 more of the last 30 days, each like one of the real ones, with a buyer, numbers and times
-- of its own. One order in 50 waits for its payment, one in 80 is closed, one in 250 is stuck.

CREATE TABLE patterns (n INT NOT NULL PRIMARY KEY, shop_order_id BIGINT NOT NULL)
SELECT ROW_NUMBER() OVER (ORDER BY shop_order_id) - 1 AS n, shop_order_id FROM orders WHERE state = 'REALISED' ORDER BY shop_order_id LIMIT 24;

CREATE TABLE fill (id BIGINT NOT NULL PRIMARY KEY, pattern BIGINT NOT NULL, state VARCHAR(10) NOT NULL, buyer VARCHAR(255) NOT NULL,
  buyer_key VARCHAR(100) NOT NULL, received_at DATETIME(3) NOT NULL, issued_at DATETIME(3) NULL, sold_at DATETIME(3) NULL);

INSERT INTO fill
SELECT 2000 + s.seq, p.shop_order_id,
  CASE WHEN s.seq % 250 = 7 THEN 'RECEIVED' WHEN s.seq % 80 = 3 THEN 'CLOSED' WHEN s.seq % 50 = 1 THEN 'ISSUED' ELSE 'REALISED' END,
  CONCAT(ELT(1 + s.seq * 7 % 16, 'Anna', 'Piotr', 'Łucja', 'Krzysztof', 'Małgorzata', 'Stanisław', 'Żaneta', 'Jan', 'Agnieszka', 'Tomasz',
    'Józef', 'Święcisława', 'Paweł', 'Ewa', 'Michał', 'Zofia'), ' ',
    ELT(1 + s.seq * 11 % 17, 'Nowak', 'Kowalska', 'Wiśniewski', 'Wójcik', 'Kowalczyk', 'Kamińska', 'Lewandowski', 'Zieliński', 'Szymańska',
    'Woźniak', 'Dąbrowski', 'Kozłowska', 'Jankowski', 'Mazur', 'Wojciechowska', 'Kwiatkowski', 'Krawczyk'),
    IF(s.seq % 3 = 0, CONCAT(' Handel i Usługi ', s.seq % 7000, ' Sp. z o.o.'), '')),
  CONCAT('buyer', s.seq * 13 % 60000, '@example.pl'),
  UTC_TIMESTAMP(3) - INTERVAL (100000 - s.seq) * 25920000 MICROSECOND, NULL, NULL
FROM (SELECT seq FROM seq_1_to_100000) s JOIN patterns p ON p.n = s.seq % 24;

UPDATE fill SET issued_at = received_at + INTERVAL 3 + id % 50 SECOND WHERE state IN ('ISSUED', 'REALISED');
UPDATE fill SET sold_at = issued_at + INTERVAL 60 + id * id % 90000 SECOND WHERE state = 'REALISED';

INSERT INTO buyers (shop, buyer_key) SELECT DISTINCT 'demo', buyer_key FROM fill;

INSERT INTO orders (shop, shop_order_id, number, confirmed_number, state, placed_at, zone, status_id, status, realise_since, document, buyer_key,
  buyer, total, currency, card, raw, closed_reason, erp_numbers, received_at, updated_at)
SELECT o.shop, f.id, CONCAT('SH/', f.id), f.id, f.state, f.received_at - INTERVAL 20 + f.id % 40 SECOND, o.zone,
  CASE f.state WHEN 'CLOSED' THEN 8 WHEN 'ISSUED' THEN 1 ELSE o.status_id END,
  CASE f.state WHEN 'CLOSED' THEN 'anulowane' WHEN 'ISSUED' THEN 'złożone' ELSE o.status END,
  f.issued_at, o.document, f.buyer_key, f.buyer, o.total + f.id % 100, o.currency,
  REPLACE(o.card, CONCAT('SH/', o.shop_order_id), CONCAT('SH/', f.id)), o.raw,
  IF(f.state = 'CLOSED', 'Status w sklepie: anulowane', NULL),
  CONCAT_WS(' ', IF(f.sold_at IS NULL, NULL, CONCAT(IF(f.id % 3 = 0, 'FV/', 'PA/'), LPAD(f.id, 6, '0'), '/2026')),
    IF(f.issued_at IS NULL, NULL, CONCAT('SH/', f.id))), f.received_at, f.received_at
FROM fill f JOIN orders o ON o.shop = 'demo' AND o.shop_order_id = f.pattern;

INSERT INTO order_lines SELECT l.shop, f.id, l.line_no, l.code, l.name, l.quantity, l.unit, l.value, l.tax, l.delivery
FROM fill f JOIN order_lines l ON l.shop = 'demo' AND l.shop_order_id = f.pattern;

INSERT INTO imports (shop, shop_order_id, import_no, number, step, intent_at, contractor_id, payment_form_id, payment_rule, due_date,
  erp_order_id, erp_number, requested_at, issued_at, issued_after, sold_at, sold_after)
SELECT i.shop, f.id, 1, CONCAT('SH/', f.id), CASE f.state WHEN 'REALISED' THEN 'SOLD' WHEN 'ISSUED' THEN 'ISSUED' ELSE 'NEW' END, f.issued_at,
  i.contractor_id, i.payment_form_id, i.payment_rule, i.due_date, IF(f.issued_at IS NULL, NULL, f.id),
  IF(f.issued_at IS NULL, NULL, CONCAT('SH/', f.id)), f.received_at, f.issued_at,
  TIMESTAMPDIFF(SECOND, f.received_at, f.issued_at) + 30, f.sold_at, TIMESTAMPDIFF(SECOND, f.issued_at, f.sold_at)
FROM fill f JOIN imports i ON i.shop = 'demo' AND i.shop_order_id = f.pattern;

INSERT INTO sales_documents (import_id, document_id, number)
SELECT i.id, i.shop_order_id + 500000, CONCAT(IF(i.shop_order_id % 3 = 0, 'FV/', 'PA/'), LPAD(i.shop_order_id, 6, '0'), '/2026')
FROM imports i WHERE i.sold_at IS NOT NULL AND i.shop_order_id > 2000;

INSERT INTO events (shop, shop_order_id, at, kind, text)
SELECT e.shop, f.id, f.received_at, e.kind, e.text
FROM fill f JOIN events e ON e.shop = 'demo' AND e.shop_order_id = f.pattern;

INSERT INTO dead_letters (shop, shop_order_id, step, state, error, attempts, first_failed_at, last_failed_at, next_attempt_at, closed_at,
  reason, payload)
SELECT 'demo', f.id, 'IMPORT', IF(f.state = 'RECEIVED', 'OPEN', IF(f.id % 3 = 0, 'DISCARDED', 'RESOLVED')),
  CASE f.id % 5 WHEN 0 THEN CONCAT('Zamówienie ', f.id, ': suma 1234.56 PLN nie wynika z pozycji i dostawy (19.99).')
    WHEN 1 THEN CONCAT('Zamówienie ', f.id, ': pozycja 2 nie ma kodu; uzupełnij Kod w sklepie.')
    ELSE CONCAT('[404] Nie znaleziono towaru o kodzie KUB-', f.id % 4) END,
  7, f.received_at, f.received_at, UTC_TIMESTAMP(3) + INTERVAL 10 YEAR, IF(f.state = 'RECEIVED', NULL, f.received_at),
  IF(f.state = 'RECEIVED', NULL, 'Zamówienie testowe'), LEFT(o.raw, 2000)
FROM fill f JOIN orders o ON o.shop = 'demo' AND o.shop_order_id = f.id
WHERE f.state = 'RECEIVED' OR f.id % 40 = 5;

UPDATE cursors SET last_order_id = 102000 WHERE shop = 'demo';

DROP TABLE fill;
DROP TABLE patterns;

ANALYZE TABLE orders, imports, sales_documents, dead_letters;
