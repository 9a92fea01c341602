/** The configuration: its keys, the files it is read from, and the judgement of every value before anything starts. */
package pl.zmobridge.settings;
