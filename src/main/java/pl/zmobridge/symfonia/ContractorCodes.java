package pl.zmobridge.symfonia;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import pl.zmobridge.order.Texts;

/**
 * Codes for contractors that the bridge creates: the same buyer always gets the same code, and no two buyers share one. At most
 * {@value ErpLimits#CONTRACTOR_CODE} characters.
 *
 * @param prefix tells the contractors of one shop from those of another
 * @param by what the code of an account is made from (K3); a guest's always is from the e-mail address
 */
public record ContractorCodes(String prefix, By by) {
    /** What the code of an account is made from. */
    public enum By {
        ACCOUNT,
        EMAIL,
        LOGIN
    }

    private static final int HASH_LENGTH = 8;
    private static final int LONG_HASH = 12;

    /** Codes of accounts are made from their numbers. */
    public ContractorCodes(String prefix) {
        this(prefix, By.ACCOUNT);
    }

    /**
     * {@code SH17} for the shop's account 17; for a guest the e-mail address, shortened with a hash when it does not fit.
     *
     * @param login of the account; blank when the shop has none, then its number counts
     */
    public String code(Optional<Long> userId, String login, String email, long shopOrderId) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (userId.isPresent()) {
            String named =
                    switch (by) {
                        case ACCOUNT -> "";
                        case EMAIL -> address;
                        case LOGIN -> login.strip().toLowerCase(Locale.ROOT);
                    };
            return fit(prefix + (named.isEmpty() ? userId.get().toString() : named));
        }
        // without an account and an address there is nothing to know the buyer by but the order
        return fit(address.isEmpty() ? prefix + "-" + shopOrderId : prefix + address);
    }

    /** The code of a firm whose account's code belongs to a contractor with another NIP. */
    public String codeOfFirm(String nip) {
        return fit(prefix + "N" + nip);
    }

    /**
     * K1: the code of a person whose own code belongs to a firm, or to a guest of another name with the same e-mail address:
     * {@code SH-P17} for {@code SH17}, else the prefix with a hash of code and name.
     */
    public String codeOfPerson(String taken, String guestName) {
        String account = taken.startsWith(prefix) ? taken.substring(prefix.length()) : taken;
        if (account.matches("[0-9]+") && guestName.isEmpty()) {
            return fit(prefix + "-P" + account);
        }
        String name = Texts.collapse(guestName).toLowerCase(Locale.ROOT);
        return fit(prefix + "-" + hash(taken + "\n" + name, LONG_HASH));
    }

    private static String fit(String code) {
        if (code.length() <= ErpLimits.CONTRACTOR_CODE) {
            return code;
        }
        return code.substring(0, ErpLimits.CONTRACTOR_CODE - HASH_LENGTH) + hash(code, HASH_LENGTH);
    }

    private static String hash(String text, int length) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
