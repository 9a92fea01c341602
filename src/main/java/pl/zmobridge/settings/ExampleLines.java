package pl.zmobridge.settings;

import java.util.Optional;

/** Lines of the configuration that could stand in place of a wrong or a missing one. A secret is shown as the name of its file. */
final class ExampleLines {
    private ExampleLines() {}

    /** With the key's example, or its default. */
    static String of(Key<?> key) {
        return of(key, key.name());
    }

    /** @param name the key's own, or that of a member of its family */
    static String of(Key<?> key, String name) {
        return inFile(key, name) ? key.fileKey() + "=" + key.file() : name + "=" + key.example();
    }

    /** Of the key that an operator means by a name. */
    static String ofName(String name) {
        return Keys.find(name).map(key -> of(key, name)).orElse(name + "=");
    }

    /** The same as a variable of the environment. */
    static String ofVariable(String variable) {
        Optional<String> name = SettingsReader.keyOf(variable);
        String line = name.map(ExampleLines::ofName).orElse(variable + "=");
        int end = line.indexOf('=');
        return Key.environmentName(line.substring(0, end)) + line.substring(end);
    }

    /** Of the key that was meant by a name that there is not; else of one of the same group, else of the first one that is needed. */
    static String insteadOf(String unknown) {
        String group = unknown.replaceFirst("\\..*", "") + ".";
        return SettingsValidator.meantBy(unknown)
                .or(() -> Keys.names().filter(name -> name.startsWith(group)).findFirst())
                .map(ExampleLines::ofName)
                .orElseGet(() -> of(ShoperKeys.SHOPER_URL));
    }

    private static boolean inFile(Key<?> key, String name) {
        return key.secret() && (key.example().isEmpty() || name.equals(key.fileKey()));
    }
}
