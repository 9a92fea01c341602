package pl.zmobridge.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Who, besides the bridge's user and the administrators of the machine, may do something with a file. */
interface Others {

    enum Right {
        READ,
        WRITE
    }

    /** @return the others as the system calls them; empty when there are none */
    Optional<String> who(Path path, Right right) throws IOException;
}
