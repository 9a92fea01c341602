/**
 * Both systems the bridge stands between, as real HTTP servers with state: {@link pl.zmobridge.sim.ShoperSim} and
 * {@link pl.zmobridge.sim.SymfoniaSim}. They are strict where the real ones are strict and quirky where the real ones are
 * quirky, they can be made to fail in every way that a network or a tired server can ({@link pl.zmobridge.sim.Faults}), and
 * {@link pl.zmobridge.sim.SimMain} runs both as a process of their own.
 *
 * <p>What people do in each system past its API is on its desk ({@link pl.zmobridge.sim.ShopDesk}, {@link pl.zmobridge.sim.ErpDesk}); in
 * what installations of the ERP differ is in {@link pl.zmobridge.sim.ErpSwitches}; both can be restored from a backup
 * ({@link pl.zmobridge.sim.SimSnapshot}). Comments name the part of the wire description that a behaviour comes from.
 */
package pl.zmobridge.sim;
