/**
 * Shows that nothing is lost and nothing is done twice, whatever dies and whenever: bridges as processes of their own that are
 * killed at named steps and at random moments, a database that is killed under them, simulators that lose answers. The same
 * judge is shown to find a double as soon as one safeguard is taken out of a copy of the routes.
 */
package pl.zmobridge.torture;
