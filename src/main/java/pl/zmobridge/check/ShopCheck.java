package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.shoper.Dictionaries;
import pl.zmobridge.shoper.ListPage;
import pl.zmobridge.shoper.ShopAnswerUnusable;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.ShoperApi.Dictionary;
import pl.zmobridge.symfonia.ContractorCodes;

/** The shop: reachable, its key valid, every area granted, its clock and zone; then what the configuration says about it. */
final class ShopCheck {
    private static final Duration CLOCK_MAY_DIFFER = Duration.ofSeconds(60);
    private static final String USUAL_ZONE = "Europe/Warsaw";

    private final ShopSettings settings;
    private final Rules rules;
    private final ShopQuestions shop;
    private final InstantSource clock;
    private final Findings findings;
    private final String credentials;
    private final Set<String> granted = new TreeSet<>();
    private List<JsonNode> taxes = List.of();
    private List<Dictionaries.Currency> currencies = List.of();
    private Map<Long, String> payments = Map.of();

    /** @param rules those of the home directory */
    ShopCheck(ShopSettings settings, Rules rules, Wires wires, InstantSource clock, Findings findings) {
        this.settings = settings;
        this.rules = rules;
        this.shop = new ShopQuestions(wires, settings.id());
        this.clock = clock;
        this.findings = findings;
        this.credentials = settings.shoper().token().isPresent() ? "shoper.token" : "shoper.login";
    }

    void run() throws InterruptedException {
        Tls.look(settings.shoper().ca(), "shoper.tls.ca", clock, findings);
        try {
            Optional<JsonNode> config = config();
            clock();
            List<JsonNode> statuses = rows(Dictionary.STATUSES, "statusy zamówień");
            List<JsonNode> ways = rows(Dictionary.PAYMENTS, "płatności");
            List<JsonNode> shippings = rows(Dictionary.SHIPPINGS, "dostawy");
            List<JsonNode> money = rows(Dictionary.CURRENCIES, "waluty");
            readTaxes();
            orders();
            ParcelsCheck.run(settings, shop, findings);
            StockCheck.ofShop(settings, shop, findings);
            if (!granted.isEmpty()) {
                findings.good("access", "granted: " + String.join(", ", granted));
            }
            if (config.isPresent()) {
                dictionaries(config.get(), statuses, ways, shippings, money);
            }
        } catch (ShopFailure.Unauthorised e) {
            findings.bad(
                    credentials,
                    "the shop does not accept " + (credentials.endsWith("token") ? "the token" : "login and password"),
                    credentials.endsWith("token")
                            ? "copy the token of the integration from the shop's panel (Dodaj integrację)"
                            : "correct shoper.login and shoper.password; the administrator must be in a WebApi group");
        } catch (ShopFailure e) {
            findings.bad("shoper.url", e.getMessage(), "try again; is it the address of the shop itself?");
        } catch (IOException e) {
            findings.bad(
                    "shoper.url",
                    settings.shoper().url() + " does not answer: " + Failures.words(e),
                    Tls.isFault(e)
                            ? Tls.advice(
                                    e, "shoper.tls.ca", settings.shoper().ca().isPresent())
                            : "correct the address, or let this machine reach it (DNS, firewall)");
        } catch (Wires.NotAsked e) {
            findings.bad("shoper.url", "the shop cannot be asked: " + e.getMessage(), RoutesCheck.ADVICE);
        }
    }

    private Optional<JsonNode> config() throws IOException, InterruptedException {
        try {
            JsonNode config = shop.ask(ShoperApi.applicationConfig());
            granted.add("konfiguracja");
            reached();
            return Optional.of(config);
        } catch (ShopFailure.MissingArea e) {
            reached();
            missing(e.area());
            return Optional.empty();
        }
    }

    private void reached() {
        findings.good("shoper.url", settings.shoper().url() + " answers");
        findings.good(credentials, "accepted");
    }

    private void missing(String area) {
        findings.bad(
                "access",
                "the area „" + area + "” is not granted",
                "grant the integration „" + area + "” (reading) in the shop's panel");
    }

    private void clock() {
        try {
            Optional<Instant> theirs =
                    shop.date().map(DateTimeFormatter.RFC_1123_DATE_TIME::parse).map(Instant::from);
            theirs.ifPresent(this::compare);
        } catch (DateTimeException e) {
            findings.note("clock", "the shop's Date header cannot be read, so clocks were not compared", "");
        }
    }

    private void compare(Instant theirs) {
        Duration difference = Duration.between(theirs, clock.instant());
        if (difference.abs().compareTo(CLOCK_MAY_DIFFER) > 0) {
            findings.note(
                    "clock",
                    "this machine's clock is " + difference.abs().toSeconds() + " s "
                            + (difference.isNegative() ? "behind" : "ahead of") + " the shop's",
                    "set the clock (NTP)");
        } else {
            findings.good("clock", "agrees with the shop's");
        }
    }

    private List<JsonNode> rows(Dictionary dictionary, String area) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        try {
            ListPage page;
            int number = 1;
            do {
                page = shop.ask(ShoperApi.dictionary(dictionary, number++));
                rows.addAll(page.rows());
            } while (!page.isLast());
            granted.add(area);
        } catch (ShopFailure.MissingArea e) {
            missing(e.area());
        }
        return rows;
    }

    /** The shop's VAT rates, to be compared with the ERP's; empty when they are not known or not needed. */
    List<JsonNode> taxes() {
        return taxes;
    }

    /** The shop's currencies; empty when they are not known. */
    List<Dictionaries.Currency> currencies() {
        return currencies;
    }

    /** The shop's ways of payment by their ids; empty when they are not known. */
    Map<Long, String> payments() {
        return payments;
    }

    /** Only a check reads them: without the right to it everything else works. */
    private void readTaxes() throws IOException, InterruptedException {
        if (settings.symfonia().documents().vat().ofShop()) {
            try {
                taxes = shop.ask(ShoperApi.taxes()).rows();
            } catch (ShopFailure.MissingArea e) {
                findings.note(
                        "symfonia.vat",
                        "the area „" + e.area()
                                + "” is not granted, so the shop's VAT rates were not compared with the ERP's",
                        "grant the integration „" + e.area() + "” (reading) in the shop's panel");
            }
        }
    }

    /** One order is asked for and its lines, nothing of them is kept. */
    private void orders() throws IOException, InterruptedException {
        try {
            shop.ask(ShoperApi.ordersAfter(0, 1));
            shop.ask(ShoperApi.lines(Set.of(1L), 1));
            granted.add("zamówienia");
        } catch (ShopFailure.MissingArea e) {
            missing(e.area());
        }
        if (settings.symfonia().documents().contractors().codes().by() == ContractorCodes.By.LOGIN) {
            accounts();
        }
        if (settings.feedback().isWanted()) {
            findings.note(
                    "access",
                    "whether „zamówienia” may be edited cannot be tried without writing",
                    "feedback.* needs it: grant editing in the shop's panel");
        }
    }

    /** K3: logins of buyers. Whether there is an account of that number does not matter. */
    private void accounts() throws IOException, InterruptedException {
        try {
            shop.ask(ShoperApi.account(1));
            granted.add("klienci");
        } catch (ShopFailure.MissingArea e) {
            missing(e.area());
        }
    }

    private void dictionaries(
            JsonNode config,
            List<JsonNode> statuses,
            List<JsonNode> ways,
            List<JsonNode> shippings,
            List<JsonNode> money)
            throws IOException, InterruptedException {
        try {
            Dictionaries read = Dictionaries.of(config, statuses, ways, shippings, money);
            payments = read.payments();
            currencies = List.copyOf(read.currencies().values());
            zone(read);
            new StatusCheck(settings, read, findings).run();
            OriginCheck.run(settings.shoper().origins(), findings);
            new ShippingCheck(settings, read, findings).run();
            documentRules(read);
        } catch (ShopAnswerUnusable e) {
            findings.bad("time zone", e.getMessage(), "set " + USUAL_ZONE + " in the shop's panel");
        }
    }

    private void documentRules(Dictionaries read) throws IOException, InterruptedException {
        Optional<String> wish = settings.cards().invoiceWish();
        RuleNamesCheck check = new RuleNamesCheck(rules, wish, findings);
        check.run(read, taxes);
        if (wish.isPresent()) {
            try {
                check.runWish(
                        read.withFields(shop.ask(ShoperApi.additionalFields()).rows())
                                .fields());
            } catch (ShopFailure.MissingArea e) {
                missing(e.area());
            }
        }
    }

    private void zone(Dictionaries read) {
        if (read.zone().getId().equals(USUAL_ZONE)) {
            findings.good("time zone", USUAL_ZONE);
        } else {
            findings.note(
                    "time zone",
                    "the shop is in " + read.zone() + ", and dates of orders are read so",
                    "a Polish shop needs " + USUAL_ZONE + "; set it in the shop's panel");
        }
    }
}
