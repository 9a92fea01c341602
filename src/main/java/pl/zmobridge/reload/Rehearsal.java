package pl.zmobridge.reload;

import org.apache.camel.CamelContext;

/** Builds routes in a Camel of their own, with beans like those of a running bridge, and starts none. */
@FunctionalInterface
public interface Rehearsal {

    /** @param look is shown that Camel, with its beans and properties, before the routes are loaded into it */
    void build(RouteFiles files, Look look) throws Exception;

    /** Looks at a Camel. */
    @FunctionalInterface
    interface Look {
        void at(CamelContext camel) throws Exception;
    }
}
