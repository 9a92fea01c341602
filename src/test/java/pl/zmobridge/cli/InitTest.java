package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.check.Offers;
import pl.zmobridge.settings.NewHome;
import pl.zmobridge.settings.SettingsFile;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.words.Language;

@DisplayName("init sets a bridge up")
class InitTest {
    private final ShoperSim shop = new ShoperSim().start();
    private final SymfoniaSim erp = new SymfoniaSim().start();

    @TempDir
    private Path directory;

    private Path home;
    private Path token;
    private Path guid;

    @BeforeEach
    void write() throws IOException {
        home = directory.resolve("bridge");
        token = Files.writeString(directory.resolve("token"), ShoperSim.TOKEN + "\n");
        guid = Files.writeString(directory.resolve("guid"), SymfoniaSim.APPLICATION_GUID);
    }

    @AfterEach
    void close() {
        shop.close();
        erp.close();
    }

    @Test
    void byOptionsWithWhatIsTheOnlyChoiceAndASecretThatOnlyItsOwnerReads() throws IOException {
        Shell.Result result = init(
                "--set", "symfonia.department=SKLEP",
                "--set", "symfonia.payment-registry=BANK",
                "--set", "symfonia.payment-form.default=Gotówka",
                "--set", "realisation.statuses=3");

        assertThat(result.out())
                .describedAs(result.err())
                .contains("The shop answers.", "Statuses: ", "3 opłacone")
                .contains("ZMO types: ZMO Zamówienie obce (becomes the invoice FVS)", "ZMP")
                .contains("symfonia.receipt.type=ZMP (taken)", "symfonia.delivery.code=DOSTAWA")
                .contains("✓ symfonia.invoice.type", "config/secrets/shoper-token")
                .doesNotContain(ShoperSim.TOKEN, SymfoniaSim.APPLICATION_GUID);
        assertThat(Files.readString(home.resolve("config/application.properties")))
                .contains(
                        "\nsymfonia.receipt.series=sZMP\n",
                        "\nrealisation.enabled=false\n",
                        "\nrealisation.statuses=3\n")
                .contains("\nshoper.token-file=config/secrets/shoper-token\n", "\nlog.file=logs/zmo-bridge.log\n")
                .contains("\n#shoper.poll.cron=0 * * * * ?\n")
                .doesNotContain(ShoperSim.TOKEN, "\nshoper.token=");
        assertThat(rights("config")).isEqualTo("rwx------");
        assertThat(rights("config/secrets")).isEqualTo("rwx------");
        assertThat(rights("config/secrets/shoper-token")).isEqualTo("rw-------");
        assertThat(rights("config/application.properties")).isEqualTo("rw-------");
        assertThat(names("routes")).isEqualTo(names(Path.of("routes")));
        assertThat(Files.readString(home.resolve("config/documents.yaml")))
                .isEqualTo(Files.readString(Path.of("config/documents.yaml")));
        assertThat(erp.openSessions()).isZero();
        assertThat(shop.requests(request -> !request.method().equals("GET"))).isZero();
    }

    @Test
    void tellsAllThatIsMissingAtOnceAndWritesNoConfiguration() {
        Shell.Result none = Shell.run(
                "init",
                "--batch",
                "--db-url",
                "jdbc:mariadb://127.0.0.1:1/zmo",
                "--db-user",
                "zmo",
                "--home",
                home.toString());
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err())
                .contains("shoper.url is missing", "shoper.token is missing", "SHOPER_TOKEN", "symfonia.url is missing")
                .contains("No configuration was written.");

        Shell.Result choices = init();
        assertThat(choices.exitCode()).isEqualTo(1);
        assertThat(choices.err())
                .contains("symfonia.department is missing", "(there are SKLEP, CENTRALA)")
                .contains("symfonia.payment-registry is missing", "BANK, KASA")
                .contains("symfonia.payment-form.default is missing", "Pobranie");
        assertThat(home.resolve("config")).doesNotExist();
    }

    @Test
    void refusesSecretsOnTheCommandLineUnknownKeysAndFilesThatAreNone() {
        assertThat(init("--set", "shoper.token=abc").err()).contains("shoper.token is a secret");
        assertThat(init("--set", "symfonia.departmnet=X").err())
                .contains("symfonia.departmnet there is no such key; did you mean symfonia.department?");
        assertThat(init("--set", "symfonia.rename=maybe", "--lang=pl").err())
                .contains("symfonia.rename musi być jednym z: true, false, a nie „maybe”");
        assertThat(Shell.run("init", "--batch", "--token-file", "nowhere").exitCode())
                .isEqualTo(2);
        erp.close();
        assertThat(init().out()).contains(erp.url() + ": nobody answers there.");
    }

    @Test
    void asksAgainUntilShopAndErpAnswer() throws Exception {
        String said = typed(
                "ftp://sklep",
                shop.url(),
                "wrong",
                "", // the address is right
                ShoperSim.TOKEN,
                erp.url().replace("http://", "") + "/api/",
                SymfoniaSim.APPLICATION_GUID,
                "", // the invoice type that is proposed
                "",
                "ZMP",
                "",
                "9", // no such department
                "1",
                "kasa",
                "Pobranie",
                "",
                "3",
                "jdbc:mariadb://127.0.0.1:1/x",
                "zmo",
                "");

        assertThat(said)
                .contains("shoper.url nie jest adresem internetowym: „ftp://sklep”", "Sklep nie przyjmuje tego tokenu")
                .contains("Symfonia odpowiada.", "Takiego nie ma", "2. Symfonia (WebAPI)")
                .contains("3. Kiedy wystawiać", "4. Baza danych")
                .contains("w panelu sklepu; Enter: login i hasło): ", "w panelu sklepu); Enter: zostaje obecne: ");
        assertThat(values)
                .containsEntry("symfonia.url", erp.url())
                .containsEntry("symfonia.invoice.type", "ZMO")
                .containsEntry("symfonia.department", "SKLEP")
                .containsEntry("symfonia.payment-registry", "KASA")
                .containsEntry("symfonia.payment-form.default", "Pobranie")
                .containsEntry("symfonia.delivery.code", "DOSTAWA")
                .containsEntry("realisation.statuses", "3")
                .containsEntry("db.user", "zmo")
                .doesNotContainKey("db.password");
    }

    @Test
    void keepsAConfigurationThatIsThereUnlessItIsToldToReplaceIt() throws IOException {
        Path file = Files.createDirectories(home.resolve("config")).resolve("application.properties");
        Files.writeString(file, "shoper.url=" + shop.url() + "\norder.note=\nsymfonia.vat.zw.=zw\nshoper.token=old\n");

        Shell.Result kept = init();
        assertThat(kept.exitCode()).isEqualTo(1);
        assertThat(kept.out()).contains("is there, and values are set in it", "--replace");
        assertThat(file)
                .hasContent("shoper.url=" + shop.url() + "\norder.note=\nsymfonia.vat.zw.=zw\nshoper.token=old");

        Shell.Result replaced = init(
                "--replace", "--lang=pl",
                "--set", "symfonia.department=SKLEP",
                "--set", "symfonia.payment-registry=BANK",
                "--set", "symfonia.payment-form.default=Gotówka");
        assertThat(replaced.out())
                .describedAs(replaced.err())
                .contains("application.properties.before-", "2. Symfonia", "\n3. Baza danych");
        assertThat(Files.readString(file))
                .contains("# ZMO Bridge: wszystkie klucze", "\norder.note=\n", "\nsymfonia.vat.zw.=zw\n");
        assertThat(home.resolve("config/secrets/shoper-token")).hasContent(ShoperSim.TOKEN);
        assertThat(SettingsReader.readDatabase(home).user()).isEqualTo("zmo");
    }

    @Test
    void aConfigurationThatIsReplacedKeepsTheSecretsThatItHad() throws IOException {
        String[] rest = {
            "--replace",
            "--set=symfonia.department=SKLEP",
            "--set=symfonia.payment-registry=BANK",
            "--set=symfonia.payment-form.default=Gotówka"
        };
        init(rest);
        Path secrets = home.resolve("config/secrets");
        Path file = home.resolve("config/application.properties");
        Files.writeString(secrets.resolve("shoper-token"), "the old one");

        Shell.Result replaced = init(rest);

        assertThat(replaced.out()).describedAs(replaced.err()).contains("config/secrets/shoper-token.before-");
        String token = names("config/secrets").stream()
                .filter(name -> name.startsWith("shoper-token.before-"))
                .findFirst()
                .orElseThrow();
        assertThat(secrets.resolve(token)).hasContent("the old one");
        assertThat(rights("config/secrets/" + token)).isEqualTo("rw-------");
        assertThat(secrets.resolve("shoper-token")).hasContent(ShoperSim.TOKEN);
        assertThat(names("config/secrets"))
                .describedAs("one that is the same is not kept twice")
                .noneMatch(name -> name.startsWith("symfonia-application-guid."));
        String kept = names("config").stream()
                .filter(name -> name.startsWith("application.properties.before-"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(home.resolve("config/" + kept)))
                .contains("\nshoper.token-file=config/secrets/" + token + "\n")
                .contains("\nsymfonia.application-guid-file=config/secrets/symfonia-application-guid\n");
        assertThat(Files.readString(file)).contains("\nshoper.token-file=config/secrets/shoper-token\n");
    }

    @Test
    void aLoginTakesThePlaceOfATokenAndTheOtherWayRound() throws IOException {
        List<String> rest = List.of(
                "--set=symfonia.department=SKLEP",
                "--set=symfonia.payment-registry=BANK",
                "--set=symfonia.payment-form.default=Gotówka",
                "--replace");
        Path password = Files.writeString(directory.resolve("password"), ShoperSim.PASSWORD);
        Path file = home.resolve("config/application.properties");
        init(rest.toArray(String[]::new));
        assertThat(Files.readString(file)).contains("\nshoper.token-file=config", "\nshoper.login=\n");

        List<String> login = new ArrayList<>(List.of("init", "--batch", "--home", home.toString()));
        login.addAll(List.of("--login", ShoperSim.LOGIN, "--password-file", password.toString()));
        login.addAll(rest);
        assertThat(Shell.run(login.toArray(String[]::new)).out()).contains("✓ shoper.login");
        assertThat(Files.readString(file))
                .contains(
                        "\nshoper.token=\n",
                        "\nshoper.login=" + ShoperSim.LOGIN + "\n",
                        "\nshoper.password-file=config");
    }

    @Test
    void withoutAConfigurationTheStartSaysWhereItLookedAndNamesInit() throws IOException {
        Files.createDirectories(home);
        Shell.Result start = Shell.run("run", "--home", home.toString());

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.err().lines().toList())
                .singleElement()
                .asString()
                .contains(home.resolve("config/application.properties").toString(), "zmo-bridge init", "--home");
        assertThat(Shell.run("check", "--home", home.toString(), "--lang=pl").out())
                .startsWith("Pliku " + home)
                .contains("nie jest jeszcze wypełniony", "zmo-bridge init");
    }

    @Test
    void everyValueThatIsWrittenIsReadAsItWas() throws IOException {
        Map<String, String> values = Map.of(
                "order.note", "a = b : c \\ d # e",
                "symfonia.vat.23 %", "23",
                "symfonia.payment-form.18", "Przelew – 7 dni",
                "camel.main.name", "x");
        new NewHome(home).writeConfiguration(Language.PL, values);

        assertThat(SettingsFile.present(home)).containsAllEntriesOf(values);
        assertThat(SettingsFile.text(Language.PL, Map.of())).contains("# Adres sklepu");
    }

    private Map<String, String> values = Map.of();

    private String typed(String... answers) throws Exception {
        new NewHome(home).writeRoutes();
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        Prompt prompt = Prompt.of(out, new BufferedReader(new StringReader(String.join("\n", answers) + "\n")));
        Interview interview = new Interview(Map.of(), prompt, new Speech(Language.PL), out);
        boolean complete = new Setup(interview, new Offers(new Shell.RoutesOnly(), Language.PL), home).complete();
        assertThat(complete).describedAs(said.toString()).isTrue();
        values = interview.values();
        return said.toString();
    }

    private Shell.Result init(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "init",
                "--batch",
                "--db-url",
                "jdbc:mariadb://127.0.0.1:1/zmo",
                "--db-user",
                "zmo",
                "--home",
                home.toString(),
                "--shop-url",
                shop.url(),
                "--erp-url",
                erp.url()));
        arguments.addAll(List.of("--token-file", token.toString(), "--guid-file", guid.toString()));
        arguments.addAll(List.of(more));
        return Shell.run(arguments.toArray(String[]::new));
    }

    private String rights(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name)));
    }

    private List<String> names(String below) throws IOException {
        return names(home.resolve(below));
    }

    private static List<String> names(Path below) throws IOException {
        try (Stream<Path> files = Files.list(below)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
