/**
 * Both systems the bridge stands between, as real HTTP servers with state: {@link pl.zmobridge.sim.ShoperSim} and
 * {@link pl.zmobridge.sim.SymfoniaSim}. They are strict where the real ones are strict and quirky where the real ones are
 * quirky, they can be made to fail in every way that a network or a tired server can ({@link pl.zmobridge.sim.Faults}), and
 * {@link pl.zmobridge.sim.SimMain} runs both as a process of their own.
 */
package pl.zmobridge.sim;
