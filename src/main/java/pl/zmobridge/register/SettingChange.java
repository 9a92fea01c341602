package pl.zmobridge.register;

import java.time.Instant;
import java.util.Optional;

/**
 * What an operator has set in place of a file's value.
 *
 * @param shop blank for all shops
 * @param name of a key, or the file of rules for documents
 * @param before what held until then
 * @param by who; blank when nobody had to sign in
 */
public record SettingChange(
        long id, String shop, String name, String value, Optional<String> before, String by, Instant at) {}
