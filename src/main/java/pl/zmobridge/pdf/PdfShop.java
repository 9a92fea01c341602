package pl.zmobridge.pdf;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of the PDFs of a shop's invoices.
 *
 * @param erpShops the shops whose orders wait for the same ERP; itself among them
 */
public record PdfShop(
        String id,
        Optional<PdfFolder> folder,
        Optional<PdfLetters> letters,
        boolean waitsForKsef,
        List<String> erpShops) {}
