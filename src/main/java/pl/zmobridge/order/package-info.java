/**
 * The order card: what an order of the shop means to the accountant. Rules N, P, L, H and M, and nothing else: no Camel, no
 * HTTP, no SQL. A {@link pl.zmobridge.order.ShopOrder} goes in, a {@link pl.zmobridge.order.CardOutcome} comes out.
 */
package pl.zmobridge.order;
