package pl.zmobridge.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.support.CapturedLog;
import pl.zmobridge.support.Rig;

/** Everything is logged that can be: what libraries see of requests, answers, settings and statements, and what a route dumps. */
@DisplayName("I6 the log at TRACE")
class SecretsInLogTest {
    private static final String OPS = "Konsola-Tajna-71";
    private static final String DATABASE = "Baza-Tajna-72";

    private final Rig rig = new Rig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest(name = "log.format={0}")
    @EnumSource(LogFormat.class)
    @DisplayName("holds no token, password or Authorization header")
    void holdsNoSecret(LogFormat format) throws Exception {
        // the MariaDB of the tests asks for no password, but it is sent one
        rig.set("db.url", rig.database() + "?password=" + DATABASE)
                .set("db.password", DATABASE)
                .set("ops.password", OPS)
                .set("shoper.token", "")
                .set("shoper.login", ShoperSim.LOGIN)
                .set("shoper.password", ShoperSim.PASSWORD);
        rig.shop.addOrder(new OrderBuilder().line("SPD-101", "10.00", "1").status(3));

        try (CapturedLog log = new CapturedLog(format)) {
            rig.start();
            Rig.eventually(() -> assertThat(rig.erp.invoices()).hasSize(1));
            HttpResponse<String> summary = rig.exchange(rig.request("/api/summary")
                    .header("Authorization", "Basic " + CapturedLog.basic("admin", OPS))
                    .build());
            rig.stop();

            assertThat(summary.statusCode()).isEqualTo(200);
            assertThat(log.text())
                    .describedAs("requests and answers, headers, settings and statements were logged")
                    .contains("http-outgoing-", "uthorization", "access_token", "jdbcUrl", "INSERT INTO orders");
            log.holdsNone(secrets());
        }
    }

    /** What the configuration holds, and what came and went while orders flowed. */
    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(Set.of(OPS, CapturedLog.basic("admin", OPS), DATABASE, ShoperSim.PASSWORD));
        secrets.addAll(CapturedLog.credentials(rig.shop.requests()));
        secrets.addAll(CapturedLog.credentials(rig.erp.requests()));
        assertThat(secrets).hasSizeGreaterThan(7);
        return secrets;
    }
}
