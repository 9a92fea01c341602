/** What went wrong: which system, which cause, what heals it, and the other system's own words. */
package pl.zmobridge.failure;
