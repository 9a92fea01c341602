/** PDFs of invoices: fetched from the ERP, saved in a folder, sent to buyers, once. {@code routes/documents} carries it out. */
package pl.zmobridge.pdf;
