/** What the shop should show of the ERP's stock: rules, without a shop or an ERP. */
package pl.zmobridge.stock;
