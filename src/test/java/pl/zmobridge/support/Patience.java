package pl.zmobridge.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets every test wait as long as a busy machine may need; a test that passes does not wait for it. JUnit finds this class by its service file. */
public final class Patience implements BeforeAllCallback {
    public static final Duration OF_A_TEST = Duration.ofSeconds(40);

    @Override
    public void beforeAll(ExtensionContext test) {
        Awaitility.setDefaultTimeout(OF_A_TEST);
    }
}
