/** What people are told unasked, by e-mail and webhook: what is new, grouped by cause, once. {@code engine/notifications} sends it. */
package pl.zmobridge.notify;
