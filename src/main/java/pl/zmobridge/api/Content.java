package pl.zmobridge.api;

import java.util.Map;

/**
 * An answer that is not JSON: a file of the console, a table for a spreadsheet.
 *
 * @param type with its charset
 * @param headers what the answer says besides its type, such as how long it may be kept
 */
public record Content(int status, String type, Map<String, String> headers, byte[] body) {}
