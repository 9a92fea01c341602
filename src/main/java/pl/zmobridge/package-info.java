/** ZMO Bridge: orders of a Shoper shop become ZMO and sales documents in Symfonia. */
package pl.zmobridge;
