/**
 * The demo of {@code mvn -Pdemo}: a database, a simulated shop, a simulated ERP and the real bridge between them, on this machine
 * and without a network.
 */
package pl.zmobridge.demo;
