-- Run by the server itself at every start, before it lets anybody in: the bridge's schema and the bridge's user, nobody else.
DELETE FROM mysql.global_priv WHERE User IN ('', 'root');
DELETE FROM mysql.proxies_priv;
FLUSH PRIVILEGES;
CREATE DATABASE IF NOT EXISTS zmobridge CHARACTER SET utf8mb4 COLLATE utf8mb4_polish_ci;
CREATE USER IF NOT EXISTS 'zmobridge'@'127.0.0.1';
ALTER USER 'zmobridge'@'127.0.0.1' IDENTIFIED BY '${password}';
GRANT ALL ON `zmobridge%`.* TO 'zmobridge'@'127.0.0.1';
GRANT SHUTDOWN ON *.* TO 'zmobridge'@'127.0.0.1';
