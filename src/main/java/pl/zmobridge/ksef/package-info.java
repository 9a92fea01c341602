/** KSeF, the state's register of invoices, as far as the bridge reads it (wire-ksef): requests and what their answers mean. */
package pl.zmobridge.ksef;
