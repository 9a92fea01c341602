/**
 * The operator's rules for documents (D1): {@code config/documents.yaml} is read, judged as a whole, and then says of an order what it
 * becomes and why. No Camel, no HTTP, no SQL.
 */
package pl.zmobridge.documents;
