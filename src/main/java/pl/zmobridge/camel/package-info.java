/** What the bridge adds to Camel: SQL with named parameters, transactions, idempotent keys, the context of log lines, an HTTP client that sends once. */
package pl.zmobridge.camel;
