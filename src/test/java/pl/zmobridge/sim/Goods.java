package pl.zmobridge.sim;

import java.util.List;

/**
 * A product that both systems know under the same code.
 *
 * @param price gross, of one unit
 * @param vat as the ERP's rate code
 * @param fractional sold by the metre or kilogram
 */
public record Goods(String code, String name, String price, String vat, String unit, boolean fractional) {

    /** The code of the delivery service in the ERP. It has no stock. */
    public static final String DELIVERY = "DOSTAWA";

    public static final List<Goods> CATALOGUE = List.of(
            new Goods("SPD-101", "Spódnica wieczorowa", "149.95", "23", "szt.", false),
            new Goods("BLZ-220", "Bluzka „Żaneta” – rozmiar S/M", "89.99", "23", "szt.", false),
            new Goods("BUT-0042", "Botki skórzane", "333.33", "23", "para", false),
            new Goods("KUB-300", "Kubek z łódką & kotwicą", "0.99", "23", "szt.", false),
            new Goods("KSZ-EPUB", "Książka „Chłopi”", "39.90", "5", "szt.", false),
            new Goods("MIOD-1L", "Miód gryczany 1 l", "54.50", "5", "szt.", false),
            new Goods("TKN-05", "Tkanina bawełniana", "27.35", "23", "mb", true),
            new Goods("KAB-2,5", "Przewód YDY 3×2,5", "6.49", "23", "mb", true),
            new Goods("HRB/01 ZIEL", "Herbata zielona na wagę", "129.00", "8", "kg", true),
            new Goods("OPK-GRAT", "Opakowanie na prezent", "0.00", "23", "szt.", false));
}
