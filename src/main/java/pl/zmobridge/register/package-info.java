/**
 * What MariaDB remembers: the register of orders, their imports with intents and outcomes, dead letters, the cursor. The
 * statements are in {@code sql/}, the tables in {@code db/migration/}; routes run them, the classes here decide what they say.
 */
package pl.zmobridge.register;
