package pl.zmobridge.notify;

import java.util.List;
import java.util.Optional;
import pl.zmobridge.camel.SqlParameters;

/** One turn of a channel: what was found, what is to be told of it, what became of that. It belongs to one exchange. */
public final class Notice implements SqlParameters {
    private final Channel channel;
    private final Audience audience;
    private final boolean test;
    private final boolean withoutDatabase;
    private State state;
    private List<Outage> known = List.of();
    private List<Figures> figures = List.of();
    private Decision decision;
    private boolean sent;
    private Optional<String> failure = Optional.empty();

    /**
     * Who is told: bridges with the same shops take turns.
     *
     * @param key a sum of the shops
     * @param holder this bridge
     */
    record Audience(List<String> shops, String key, String holder) {}

    private Notice(Channel channel, Audience audience, boolean test, boolean withoutDatabase, Decision decision) {
        this.channel = channel;
        this.audience = audience;
        this.test = test;
        this.withoutDatabase = withoutDatabase;
        this.decision = decision;
    }

    /** One that is looked up in the database. */
    static Notice turn(Channel channel, Audience audience, Decision nothing) {
        return new Notice(channel, audience, false, false, nothing);
    }

    /** One that a person wants to see. */
    static Notice test(Channel channel, Audience audience, Decision nothing) {
        return new Notice(channel, audience, true, false, nothing);
    }

    /** One that says that the database is away. */
    static Notice withoutDatabase(Channel channel, Audience audience, Decision said) {
        return new Notice(channel, audience, false, true, said);
    }

    public boolean isMail() {
        return channel == Channel.MAIL;
    }

    /** Whether it is told without the database. */
    public boolean isAboutDatabase() {
        return withoutDatabase;
    }

    public boolean isAnything() {
        return decision.isAnything();
    }

    /** The same in a turn of this bridge. */
    public boolean isAnythingOfOurs() {
        return state.ours() && decision.isAnything();
    }

    public boolean isSummary() {
        return decision.summary();
    }

    public boolean isToBeSent() {
        return decision.isToBeSent();
    }

    public boolean isSent() {
        return sent;
    }

    boolean isTest() {
        return test;
    }

    Channel channel() {
        return channel;
    }

    State state() {
        return state;
    }

    List<Outage> known() {
        return known;
    }

    Decision decision() {
        return decision;
    }

    Optional<String> failure() {
        return failure;
    }

    void found(State found) {
        state = found;
    }

    void found(List<Outage> outages) {
        known = outages;
    }

    void counted(List<Figures> counted) {
        figures = counted;
    }

    void decided(Decision decided) {
        decision = decided;
    }

    void becameSent() {
        sent = true;
    }

    void failedWith(String words) {
        failure = Optional.of(words);
    }

    Content content() {
        return new Content(
                test, CauseGroup.of(decision.letters()), decision.outages(), figures, decision.at(), decision.zone());
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "channel" -> channel.name();
            case "shops" -> audience.shops();
            case "audience" -> audience.key();
            case "holder" -> audience.holder();
            case "toldAt" -> Outage.utc(decision.at());
            case "summaryAt" -> decision.summary() ? Outage.utc(decision.at()) : null;
            default -> NONE;
        };
    }
}
