package pl.zmobridge.stock;

import java.math.BigDecimal;

/**
 * What the ERP has of a product in a warehouse.
 *
 * @param toSale in the warehouse and reserved for nobody
 */
public record ErpStock(String code, String warehouse, BigDecimal toSale) {}
