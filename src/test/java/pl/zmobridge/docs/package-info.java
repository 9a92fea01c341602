/** What the documents say is true: rules that are cited exist, links lead somewhere, the API is the one that is described. */
package pl.zmobridge.docs;
