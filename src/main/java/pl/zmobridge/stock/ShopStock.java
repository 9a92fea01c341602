package pl.zmobridge.stock;

import java.math.BigDecimal;

/**
 * A variant of a product as the shop has it.
 *
 * @param code blank for a variant without one
 */
public record ShopStock(long id, String code, BigDecimal stock) {}
