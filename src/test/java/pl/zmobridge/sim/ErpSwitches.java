package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Ways in which one installation of the ERP differs from another. Can be changed at any time, from any thread. */
public final class ErpSwitches {
    /** The text by which public clients know the end of a session (wire-symfonia: Sessions). */
    public static final String SESSION_OVER = "Nieprawidłowy klucz lub sesja wygasła.";

    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final String DENIED = "Odmowa autoryzacji dla tego żądania.";

    private volatile boolean strictCountries;
    private volatile boolean incrementalSync;
    private volatile boolean byteOrderMark;
    private volatile boolean refuseEmoji;
    private volatile boolean windows1250;
    private volatile boolean contractorDiscounts = true;
    private volatile boolean refuseInactiveBuyers;
    private volatile ErpLicence licence = ErpLicence.COUNTED;
    private volatile ErpRefusal sessionOver = new ErpRefusal(401, DENIED);
    private volatile Set<ErpTexts> texts = EnumSet.noneOf(ErpTexts.class);
    private volatile int descriptionLimit = Integer.MAX_VALUE;
    private volatile Set<String> nullFields = Set.of();
    private volatile boolean dropNotes;
    private volatile boolean tellCorrections = true;
    private volatile boolean hideCorrections;
    private volatile boolean forbidCorrections;
    private final AtomicInteger correctionsIgnored = new AtomicInteger();
    private final AtomicInteger nullAnswers = new AtomicInteger();
    private final AtomicInteger leaveInBuffer = new AtomicInteger();
    private final AtomicInteger badPdfs = new AtomicInteger();
    private volatile ErpPdf badPdf = ErpPdf.EMPTY;

    ErpSwitches() {}

    /**
     * An address whose {@code Country} is no ISO code of the ERP's list is refused with a 400 (wire-symfonia: Contractors). Off at
     * first: the bridge still sends names.
     */
    public ErpSwitches strictCountries(boolean wanted) {
        strictCountries = wanted;
        return this;
    }

    /** {@code …/IncrementalSync} answers; otherwise it refuses with a 400 (wire-symfonia: Changed since). Off at first. */
    public ErpSwitches incrementalSync(boolean wanted) {
        incrementalSync = wanted;
        return this;
    }

    /** Every answer begins with a byte order mark. */
    public ErpSwitches byteOrderMark(boolean wanted) {
        byteOrderMark = wanted;
        return this;
    }

    /** A body with a character outside the basic plane is answered by a 500, before any work. */
    public ErpSwitches refuseEmoji(boolean wanted) {
        refuseEmoji = wanted;
        return this;
    }

    /** A body with a character that windows-1250 does not have is answered by a 500, before any work. */
    public ErpSwitches windows1250(boolean wanted) {
        windows1250 = wanted;
        return this;
    }

    /** The buyer's {@code DefaultDiscountPercent} lowers every position (wire-symfonia: Orders). On at first. */
    public ErpSwitches contractorDiscounts(boolean wanted) {
        contractorDiscounts = wanted;
        return this;
    }

    /** An inactive buyer is refused when the order is issued, not only when it is sold (wire-symfonia: Contractors). */
    public ErpSwitches refuseInactiveBuyers(boolean wanted) {
        refuseInactiveBuyers = wanted;
        return this;
    }

    /** What {@code OpenNewSession} says at the limit of {@link SymfoniaSim#sessionLimit(int)}. */
    public ErpSwitches licence(ErpLicence answer) {
        licence = answer;
        return this;
    }

    /** How the end of a session is told: 400, 401, 403 or 500, with that message. */
    public ErpSwitches sessionOver(int status, String message) {
        sessionOver = new ErpRefusal(status, message);
        return this;
    }

    /** All of them are applied to descriptions that come in from now on; none leaves them as they are. */
    public ErpSwitches texts(ErpTexts... changes) {
        EnumSet<ErpTexts> wanted = EnumSet.noneOf(ErpTexts.class);
        wanted.addAll(List.of(changes));
        texts = wanted;
        return this;
    }

    /** Descriptions are cut to so many characters, before the other changes. */
    public ErpSwitches descriptionLimit(int characters) {
        descriptionLimit = characters;
        return this;
    }

    /** These fields are null in every answer ("some fields are null in practice", wire-symfonia: Orders). */
    public ErpSwitches nullFields(String... names) {
        nullFields = Set.of(names);
        return this;
    }

    /** The next calls of {@code OrdersIssue/New} do their work and answer {@code 200 null}. */
    public ErpSwitches nullAnswers(int calls) {
        nullAnswers.set(calls);
        return this;
    }

    /**
     * What the next calls of {@code OrdersIssue/New} should issue stays in the buffer, with an empty number (wire-symfonia: Orders,
     * {@code Buffer}).
     */
    public ErpSwitches leaveInBuffer(int calls) {
        leaveInBuffer.set(calls);
        return this;
    }

    /** What the next calls of {@code Sales/PDF} answer; the following ones answer the print. */
    public ErpSwitches pdf(ErpPdf instead, int calls) {
        badPdf = instead;
        badPdfs.set(calls);
        return this;
    }

    /** Corrections do not keep their {@code Note}. */
    public ErpSwitches dropNotes(boolean wanted) {
        dropNotes = wanted;
        return this;
    }

    /** {@code Sales/CorrectionSequence} is answered; other versions do not have it. */
    public ErpSwitches tellCorrections(boolean wanted) {
        tellCorrections = wanted;
        return this;
    }

    /** {@code Sales/Correction} shows none of those that {@code Sales/CorrectionSequence} names. */
    public ErpSwitches hideCorrections(boolean wanted) {
        hideCorrections = wanted;
        return this;
    }

    /** {@code Sales/CorrectionSequence} is refused. */
    public ErpSwitches forbidCorrections(boolean wanted) {
        forbidCorrections = wanted;
        return this;
    }

    boolean hidesCorrections() {
        return hideCorrections;
    }

    boolean forbidsCorrections() {
        return forbidCorrections;
    }

    /** So many positions of the next corrections stay as they were, whatever was sent. */
    public ErpSwitches ignoreCorrections(int positions) {
        correctionsIgnored.set(positions);
        return this;
    }

    boolean dropsNotes() {
        return dropNotes;
    }

    boolean tellsCorrections() {
        return tellCorrections;
    }

    boolean takeCorrectionIgnored() {
        return take(correctionsIgnored);
    }

    /** @return whether there is a switch of that name */
    boolean set(String name, JsonNode value) {
        switch (name) {
            case "strictCountries" -> strictCountries(value.asBoolean());
            case "incrementalSync" -> incrementalSync(value.asBoolean());
            case "byteOrderMark" -> byteOrderMark(value.asBoolean());
            case "refuseEmoji" -> refuseEmoji(value.asBoolean());
            case "windows1250" -> windows1250(value.asBoolean());
            case "contractorDiscounts" -> contractorDiscounts(value.asBoolean());
            case "refuseInactiveBuyers" -> refuseInactiveBuyers(value.asBoolean());
            case "licence" -> licence(ErpLicence.valueOf(value.asText()));
            case "sessionOver" -> sessionOver(value.asInt(), SESSION_OVER);
            case "texts" ->
                texts(Json.texts(value).stream().map(ErpTexts::valueOf).toArray(ErpTexts[]::new));
            case "descriptionLimit" -> descriptionLimit(value.asInt());
            case "nullAnswers" -> nullAnswers(value.asInt());
            case "leaveInBuffer" -> leaveInBuffer(value.asInt());
            case "dropNotes" -> dropNotes(value.asBoolean());
            case "tellCorrections" -> tellCorrections(value.asBoolean());
            case "ignoreCorrections" -> ignoreCorrections(value.asInt());
            case "nullFields" -> nullFields(Json.texts(value).toArray(String[]::new));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What this call of {@code Sales/PDF} answers instead of the print; it is then counted. */
    Optional<ErpPdf> takeBadPdf() {
        return take(badPdfs) ? Optional.of(badPdf) : Optional.empty();
    }

    boolean strictCountries() {
        return strictCountries;
    }

    boolean incrementalSync() {
        return incrementalSync;
    }

    boolean byteOrderMark() {
        return byteOrderMark;
    }

    /** Whether the installation can store a body. */
    boolean stores(String body) {
        return !(refuseEmoji && body.codePoints().anyMatch(Character::isSupplementaryCodePoint))
                && !(windows1250 && !WINDOWS_1250.newEncoder().canEncode(body));
    }

    boolean contractorDiscounts() {
        return contractorDiscounts;
    }

    boolean refuseInactiveBuyers() {
        return refuseInactiveBuyers;
    }

    ErpLicence licence() {
        return licence;
    }

    ErpRefusal sessionOver() {
        return sessionOver;
    }

    boolean isNull(String field) {
        return nullFields.contains(field);
    }

    /** Whether this call answers null; it is then counted. */
    boolean takeNullAnswer() {
        return take(nullAnswers);
    }

    /** Whether this call leaves its document in the buffer; it is then counted. */
    boolean takeLeaveInBuffer() {
        return take(leaveInBuffer);
    }

    private static boolean take(AtomicInteger calls) {
        return calls.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** The description as this installation keeps it. */
    String kept(String description) {
        String text =
                description.length() > descriptionLimit ? description.substring(0, descriptionLimit) : description;
        for (ErpTexts change : texts) {
            text = change.kept(text);
        }
        return text;
    }
}
