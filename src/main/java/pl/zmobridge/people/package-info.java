/**
 * Who uses the bridge: named users and their roles, passwords, sessions of browsers, and how guessing is made slow. What a user may do
 * is decided at the API's door; routes and orders know only a name.
 */
package pl.zmobridge.people;
