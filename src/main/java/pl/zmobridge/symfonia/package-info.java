/**
 * The ERP's wire (Symfonia WebAPI): its session, what is asked of it, what its answers mean, and how an order card becomes
 * a contractor and a ZMO.
 */
package pl.zmobridge.symfonia;
