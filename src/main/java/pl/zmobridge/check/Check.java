package pl.zmobridge.check;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.api.client.ApiFailure;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.documents.BadRules;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.mending.InForce;
import pl.zmobridge.people.UsersFile;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.settings.ShopSettings;

/** Reads a configuration and tries everything it names, one area after the other. Writes nothing anywhere. */
public final class Check {
    private static final int DENIED = 400;

    private final Engine engine;
    private final InstantSource clock;
    private final Consumer<Finding> told;

    /** @param told each finding as soon as there is one */
    public Check(Engine engine, InstantSource clock, Consumer<Finding> told) {
        this.engine = engine;
        this.clock = clock;
        this.told = told;
    }

    /** @throws InterruptedException when the caller was interrupted while another system was asked */
    public void run(Path home) throws InterruptedException {
        Optional<InForce> settings = settings(home);
        FilesCheck.ofThisMachine(home, findings(Area.CONFIGURATION)).run();
        CommandLineCheck.ofThisMachine(findings(Area.CONFIGURATION)).run();
        if (settings.isPresent()) {
            Rules ofFile = rules(home);
            Settings inForce = settings.get().settings();
            run(inForce, settings.get().rules().orElse(ofFile));
            boolean users = users(home);
            new PortCheck(inForce.http(), users, () -> holder(inForce), findings(Area.PORT)).run();
        }
    }

    /**
     * Tries what these settings name: shops, ERPs, database, routes. It may run beside a bridge with these settings.
     *
     * @param rules those for documents
     * @throws InterruptedException when the caller was interrupted while another system was asked
     */
    public void run(Settings settings, Rules rules) throws InterruptedException {
        try (Wires wires = engine.wires(settings)) {
            for (ShopSettings shop : settings.shops()) {
                Consumer<Finding> named =
                        settings.shops().size() == 1 ? told : finding -> told.accept(finding.of(shop.id()));
                ShopCheck ofShop = new ShopCheck(shop, rules, wires, clock, new Findings(Area.SHOP, named));
                ofShop.run();
                Findings ofErp = new Findings(Area.ERP, named);
                CurrencyCheck currencies = new CurrencyCheck(shop, wires, ofShop.currencies(), clock, ofErp);
                new ErpCheck(shop, rules, wires, ofShop, currencies, clock, ofErp).run();
                new KsefCheck(shop, wires, new Findings(Area.KSEF, named)).run();
                new DocumentsCheck(shop.documents(), new Findings(Area.DOCUMENTS, named)).run();
            }
        }
        new DatabaseCheck(settings.home(), settings.database(), findings(Area.DATABASE)).run();
        new RoutesCheck(settings, engine, findings(Area.ROUTES)).run();
        new NotifyCheck(settings.notifications(), findings(Area.NOTIFICATIONS)).run();
    }

    /** With what operators have set, if the database tells it. */
    private Optional<InForce> settings(Path home) {
        Findings findings = findings(Area.CONFIGURATION);
        try {
            Settings settings = SettingsReader.read(home);
            findings.good(
                    "configuration", "every key of " + home.resolve("config/application.properties") + " is usable");
            return Optional.of(new ChangesCheck(settings, findings).inForce());
        } catch (BadSettings bad) {
            for (String problem : bad.problems()) {
                String[] parts = problem.split(" ", 2);
                findings.bad(parts[0], parts.length > 1 ? parts[1] : problem, "");
            }
            findings.note("configuration", "the rest is tried once this is corrected", "");
            return Optional.empty();
        }
    }

    /** D1: what a start would say of them. */
    private Rules rules(Path home) {
        Findings findings = findings(Area.CONFIGURATION);
        try {
            Rules rules = RulesFile.read(home);
            if (!rules.list().isEmpty()) {
                findings.good(RulesFile.NAME, "its " + rules.list().size() + " rules can be used");
            }
            return rules;
        } catch (BadRules bad) {
            bad.problems().forEach(problem -> findings.bad(problem.where(), problem.words(), ""));
            return Rules.NONE;
        }
    }

    /** Whether there are any in the file; one that is wrong would stop a start. */
    private boolean users(Path home) {
        Findings findings = findings(Area.CONFIGURATION);
        try {
            int users = new UsersFile(home).entries().size();
            if (users > 0) {
                findings.good(UsersFile.NAME, "its " + users + " users can sign in");
            }
            return users > 0;
        } catch (BadSettings bad) {
            bad.problems().forEach(problem -> findings.bad(UsersFile.NAME, problem, ""));
            return true;
        }
    }

    private static PortCheck.Holder holder(Settings settings) {
        try {
            Set<String> theirs = new TreeSet<>();
            new ApiClient(settings.http())
                    .get("/api/summary")
                    .json()
                    .path("shops")
                    .forEach(shop -> theirs.add(shop.path("shop").asText()));
            Set<String> ours = new TreeSet<>();
            settings.shops().forEach(shop -> ours.add(shop.id()));
            return theirs.equals(ours) ? PortCheck.Holder.OUR_BRIDGE : PortCheck.Holder.ANOTHER_BRIDGE;
        } catch (ApiFailure failure) {
            return failure.status() >= DENIED ? PortCheck.Holder.ANOTHER_BRIDGE : PortCheck.Holder.SOMETHING_ELSE;
        }
    }

    private Findings findings(Area area) {
        return new Findings(area, told);
    }
}
