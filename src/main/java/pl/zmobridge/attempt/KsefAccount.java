package pl.zmobridge.attempt;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import pl.zmobridge.ksef.KsefTokens;

/**
 * A seller in KSeF, and the shops that sell for him: KSeF is asked once for all of them.
 *
 * @param url the root of its API
 * @param secret {@code ksef.token}
 * @param alarm how long an invoice may be without its number
 * @param shops at least one
 * @param noting those of them whose orders get the number into their notes
 */
public record KsefAccount(
        String url,
        String nip,
        String secret,
        Duration alarm,
        List<String> shops,
        Set<String> noting,
        KsefTokens tokens) {

    /** By which the register knows it. */
    public String id() {
        return nip + " " + url;
    }

    @Override
    public String toString() {
        return "KsefAccount[" + url + "]"; // I6
    }
}
