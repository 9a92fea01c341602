package pl.zmobridge.settings;

/**
 * One key as it is configured.
 *
 * @param section its heading
 * @param value as it was written; blank for a secret, and for none
 * @param from the file, variable or option that has it; blank for none
 * @param secret whether it has a value that nobody is shown
 * @param means what the key does
 */
public record Configured(
        String section, String key, String value, Source source, String from, boolean secret, String means) {

    /** Where a value comes from. */
    public enum Source {
        /** Set by an operator while the bridge runs. */
        PAGE,
        FILE,
        SHOP_FILE,
        ENVIRONMENT,
        COMMAND_LINE,
        DEFAULT,
        NONE
    }
}
