/**
 * The shop's wire: what the Shoper REST API says, read into typed values, and what to ask it. Nothing here does I/O: routes
 * call the shop, these classes build the queries, judge the answers and keep the token and the rate within bounds.
 */
package pl.zmobridge.shoper;
