package pl.zmobridge.order;

/**
 * A payment form of the ERP's dictionary (<em>forma płatności</em>).
 *
 * @param days how long after the order's date the payment is due
 */
public record PaymentForm(int id, String name, boolean active, int days) {}
