/**
 * What people read, in Polish and in English. The bridge keeps codes and arguments; they become sentences at the edge: in the API, the
 * console, the commands, the log.
 */
package pl.zmobridge.words;
