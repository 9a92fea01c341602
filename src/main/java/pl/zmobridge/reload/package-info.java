/** Route files: read, judged as a whole, put in the place of the running routes. */
package pl.zmobridge.reload;
