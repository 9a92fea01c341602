/** What the National Bank of Poland (NBP) is asked, and what its answers mean: rates of its table A (W2). It does no HTTP. */
package pl.zmobridge.nbp;
