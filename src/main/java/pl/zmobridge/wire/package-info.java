/** What both systems' wires share: a request with the reader of its answer, and what an answer's text may hold. */
package pl.zmobridge.wire;
