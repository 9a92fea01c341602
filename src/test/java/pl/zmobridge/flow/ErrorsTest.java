package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.attempt.AttemptSteps;
import pl.zmobridge.attempt.Workers;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** There is one worker, one call at a time to the ERP, one poll lock, one claim for each order: whatever an Error kept would stop the next order. */
@DisplayName("I11 an Error frees what it held")
class ErrorsTest {
    private static final AtomicReference<Trap> TRAP = new AtomicReference<>();
    private static Rig rig;
    private static CamelContext camel;

    /** Where, once, an Error is thrown. */
    private record Trap(String step, Supplier<Error> error) {}

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig()
                .set("symfonia.concurrency", "1")
                .set("feedback.realised-status", "4")
                .start(ErrorsTest::plantIn);
        rig.erp.latency(Duration.ofMillis(20)); // long enough for a lease to be renewed
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a poll and what comes in
                "acquire-poll-lock",
                "find-cursor",
                "get-page",
                "shop-authorize",
                "shop-enter",
                "shop-endpoint",
                "shop-answered",
                "read-lines",
                "call-store-orders",
                "insert-orders",
                "move-cursor",
                "find-watched",
                "end-poll",
                "release-poll-lock",
                // looking for work, and claims
                "select-shops-with-work",
                "wake-due",
                "begin-claim",
                "take-next-lease",
                "claim-taken",
                "claim-due",
                "wake-colleague",
                "carry-out-due",
                "call-step",
                "renew-lease",
                "forget-claim",
                "look-for-more"
            })
    void whereverItIsThrownTheNextPollAndTheNextOrderGoOn(String step) throws Exception {
        throwsAt(step, () -> new NoClassDefFoundError("pl/zmobridge/Gone"));
        theNextOrderGoesThrough();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select-work-to-import",
                "question-about-zmo",
                "ask-zmo",
                "map-lines",
                "erp-authorize",
                "erp-enter",
                "erp-endpoint",
                "erp-answered",
                "erp-leave",
                "note-issue-intent",
                "post-order",
                "zmo-issued",
                "update-import-issued",
                "select-work-to-realise",
                "note-sell-intent",
                "put-documents",
                "documents-issued",
                "update-import-sold",
                "put-status",
                "feedback-done"
            })
    void anOrderThatMetOneIsDoneAllTheSame(String step) throws Exception {
        rig.change("DELETE FROM lives"); // so that the ERP is asked about the order
        throwsAt(step, StackOverflowError::new);
        theNextOrderGoesThrough();
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-be-claimed", "reopen-to-act", "carry-out-act", "call-step", "show-view"})
    void anOrderThatAPersonActedOnIsFreeAgain(String step) throws Exception {
        long id = rig.shop.addOrder(order(1));
        rig.imported(id);

        throwsAt(step, LinkageError::new);
        int failed = rig.exchange(rig.request("/api/orders/" + id + "/import")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .statusCode();
        int again = rig.exchange(rig.request("/api/orders/" + id + "/import")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build())
                .statusCode();

        assertThat(failed).isIn(200, 500);
        assertThat(again).isEqualTo(200);
        nothingIsHeld();
    }

    private static void theNextOrderGoesThrough() throws Exception {
        long first = rig.shop.addOrder(order(3));
        try {
            rig.poll();
        } catch (IllegalStateException failedPoll) {
            // told; the next one goes on
        }
        long second = rig.shop.addOrder(order(3));
        Rig.eventually(() -> {
            rig.poll();
            assertThat(rig.order(second).path("state").asText()).isEqualTo("REALISED");
        });
        rig.awaitState("REALISED", first);
        assertThat(rig.erp.invoices())
                .filteredOn(each -> each.path("OrderNumber").asText().equals("SH/" + first))
                .hasSize(1);
        Rig.eventually(() -> assertThat(TRAP.get()).describedAs("was thrown").isNull());
        nothingIsHeld();
    }

    private static void nothingIsHeld() {
        Rig.eventually(() -> {
            assertThat(camel.getRegistry()
                            .lookupByNameAndType("workers", Workers.class)
                            .isIdle())
                    .describedAs("no worker's place is taken")
                    .isTrue();
            assertThat(camel.getRegistry()
                            .lookupByNameAndType("attempts", AttemptSteps.class)
                            .isAnyInFlight())
                    .describedAs("no claim is renewed any more")
                    .isFalse();
            assertThat(rig.row("SELECT COUNT(*) AS held FROM buyers WHERE claimed_until > UTC_TIMESTAMP(3)"))
                    .isEqualTo(Map.of("held", 0L));
        });
    }

    private static OrderBuilder order(int status) {
        return CasesFixture.order().status(status);
    }

    private static void throwsAt(String step, Supplier<Error> error) {
        TRAP.set(new Trap(step, error));
    }

    private static void plantIn(Main main) {
        main.addInitialProperty("claims.renew", "50");
        main.addInitialProperty("claims.look", "50");
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                camel = starting.getCamelContext();
                camel.getCamelContextExtension().addInterceptStrategy(new Trapped());
            }
        });
    }

    /** Not what a step does to its exchange, but an Error that flies out of it. */
    private static final class Trapped implements InterceptStrategy {
        @Override
        public Processor wrapProcessorInInterceptors(
                CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
            String id = definition.getId();
            return new DelegateAsyncProcessor(AsyncProcessorConverterHelper.convert(target)) {
                @Override
                public boolean process(Exchange exchange, AsyncCallback callback) {
                    Trap trap = TRAP.get();
                    if (trap != null && trap.step().equals(id) && TRAP.compareAndSet(trap, null)) {
                        throw trap.error().get();
                    }
                    return super.process(exchange, callback);
                }
            };
        }
    }
}
