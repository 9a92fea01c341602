/** What the Kamelets of {@code resources/kamelets} are made of: shop and ERP for Camel projects of other people, without the bridge and its database. */
package pl.zmobridge.kamelets;
