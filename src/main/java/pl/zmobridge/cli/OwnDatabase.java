package pl.zmobridge.cli;

import java.nio.file.Path;
import java.util.List;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.settings.BadSettings;
import pl.zmobridge.settings.SettingsReader;

/** The embedded database of a home directory, for the commands that are about it. */
record OwnDatabase(EmbeddedDatabase database, Path home, EmbeddedDatabase.Options options) {

    /** @throws BadSettings when the home directory's bridge works with another one */
    static OwnDatabase of(Path home) {
        EmbeddedDatabase.Options options = SettingsReader.readDatabase(home)
                .embedded()
                .orElseThrow(
                        () -> new BadSettings(
                                List.of(
                                        "db.url names a server of your own; this command is for db.url=embedded. Use mariadb-dump and mariadb there")));
        return new OwnDatabase(EmbeddedDatabase.find().orElseThrow(), home, options);
    }
}
