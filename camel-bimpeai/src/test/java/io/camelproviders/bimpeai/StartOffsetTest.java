/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a route begins that has no stored offset: with what is created once its start has returned. */
class StartOffsetTest {

    private static final String ALL = "bimpeai:messages/stream?conversationId=*";

    private StreamTestSupport rig;
    private @Nullable DateProxy proxy;

    @BeforeEach
    void start() {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
    }

    @AfterEach
    void stop() {
        rig.close();
        if (proxy != null) {
            proxy.close();
        }
    }

    /** From here on the component reaches the fake through this proxy. */
    private void through(DateProxy next) {
        proxy = next;
        rig.context
                .getComponent("bimpeai", BimpeaiComponent.class)
                .getConfiguration()
                .setBaseUrl(next.url());
    }

    private void says(String text) {
        rig.server.customerSays(rig.conversation, text);
    }

    private void awaitOnly(String text) {
        rig.awaitTexts(1);
        assertThat(rig.texts).containsExactly(text);
    }

    private int asked(String pathEnd) {
        return rig.server
                .journal()
                .count(request ->
                        request.method().equals("GET") && request.path().endsWith(pathEnd));
    }

    // ---- The moment the start returned ----

    @RepeatedTest(20)
    void deliversWhatACustomerWritesTheMomentTheStartReturned() throws Exception {
        rig.collect(rig.stream("")).start();
        // when
        says("Hello");
        // then
        awaitOnly("Hello");
    }

    @RepeatedTest(20)
    void deliversItInAnyConversationOfTheAgent() throws Exception {
        rig.collect(ALL).start();
        // when
        says("Hello");
        // then
        awaitOnly("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"named", "all"})
    void deliversWhatIsWrittenWhileTheProviderIsAwayAtTheStart(String which) throws Exception {
        // given
        rig.server.refuseConnections();
        rig.collect(which.equals("all") ? ALL : rig.stream(""));
        // when
        long before = System.nanoTime();
        rig.start();
        Duration held = Duration.ofNanos(System.nanoTime() - before);
        says("Hello");
        rig.server.acceptConnections();
        // then
        awaitOnly("Hello");
        assertThat(held).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void holdsUpTheStartOnceForAllRoutesWhenTheProviderDoesNotRespond() throws Exception {
        // given
        rig.server.faults().always(Fault.stall().on(RequestKind.CALL));
        for (int i = 0; i < 12; i++) {
            String conversation = rig.server.addConversation(rig.agent);
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("bimpeai:messages/stream?requestTimeout=3s&conversationId=" + conversation)
                            .process(rig::collect);
                }
            });
        }
        // when
        long before = System.nanoTime();
        rig.start();
        Duration held = Duration.ofNanos(System.nanoTime() - before);
        // then: twelve times two seconds would be more
        assertThat(held).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 5})
    void goesByTheServersClockHoweverWrongItIs(long hours) throws Exception {
        // given: a message of a minute ago, by that clock
        rig.server.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(hours).minusMinutes(1)));
        says("old");
        rig.server.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(hours)));
        through(DateProxy.shifted(URI.create(rig.server.baseUrl()), Duration.ofHours(hours)));
        rig.collect(rig.stream("")).start();
        // when
        says("Hello");
        // then
        awaitOnly("Hello");
    }

    // ---- Without a Date header ----

    @ParameterizedTest
    @ValueSource(strings = {"named", "all"})
    void beginsAfterTheNewestMessageWhenTheServerDoesNotTellTheTime(String which) throws Exception {
        // given
        says("old");
        through(DateProxy.withoutDate(URI.create(rig.server.baseUrl())));
        rig.collect(which.equals("all") ? ALL : rig.stream(""));
        try (LogCapture log = new LogCapture()) {
            rig.start();
            // when: a time stamp is all that tells the messages of an account apart
            StreamTestSupport.await(() -> Clock.systemUTC()
                    .instant()
                    .isAfter(rig.server
                            .messages(rig.conversation)
                            .get(0)
                            .createdAt()
                            .plusMillis(2)));
            says("Hello");
            // then
            awaitOnly("Hello");
            assertThat(log.text()).doesNotContain("may be missed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"named", "all"})
    void missesNothingWhereNobodyHasWrittenYetEvenIfTheServerDoesNotTellTheTime(String which) throws Exception {
        // given
        through(DateProxy.withoutDate(URI.create(rig.server.baseUrl())));
        rig.collect(which.equals("all") ? ALL : rig.stream("")).start();
        // when
        says("Hello");
        // then
        awaitOnly("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"named", "all"})
    void warnsOnceOfWhatMayBeMissedWhenTheServerIsAwayAndDoesNotTellTheTime(String which) throws Exception {
        // given
        says("old");
        through(DateProxy.withoutDate(URI.create(rig.server.baseUrl())));
        rig.server.refuseConnections();
        rig.collect(which.equals("all") ? ALL : rig.stream(""));
        try (LogCapture log = new LogCapture()) {
            rig.start();
            // when
            rig.server.acceptConnections();
            StreamTestSupport.await(() -> log.text().contains("may be missed"));
            rig.awaitOpen();
            StreamTestSupport.await(() -> Clock.systemUTC()
                    .instant()
                    .isAfter(rig.server
                            .messages(rig.conversation)
                            .get(0)
                            .createdAt()
                            .plusMillis(2)));
            says("Hello");
            // then
            awaitOnly("Hello");
            assertThat(log.text().split("may be missed", -1)).hasSize(2);
        }
    }

    // ---- One response for all ----

    @Test
    void asksOnceForAllRoutesOfAHost() throws Exception {
        // given
        List<String> conversations = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 10; i++) {
            String conversation = rig.server.addConversation(rig.agent);
            conversations.add(conversation);
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("bimpeai:messages/stream?conversationId=" + conversation)
                            .process(rig::collect);
                }
            });
        }
        // when
        rig.start();
        conversations.forEach(id -> rig.server.customerSays(id, "Hello"));
        rig.awaitTexts(10);
        // then
        assertThat(asked("/messages")).isEqualTo(1);
    }

    @Test
    void listsNoMessagesForTheConversationsOfAnAgent() throws Exception {
        // given
        for (int i = 0; i < 30; i++) {
            rig.server.addConversation(rig.agent);
        }
        // when
        rig.collect(ALL).start();
        StreamTestSupport.await(() -> rig.server.openStreams() == 31);
        // then
        assertThat(asked("/messages")).isZero();
    }

    // ---- Kept for the life of the process ----

    @ParameterizedTest
    @ValueSource(strings = {"named", "all"})
    void goesOnAfterARestartOfTheRouteWithoutAnyStore(String which) throws Exception {
        // given
        rig.collect(which.equals("all") ? ALL : rig.stream("")).start();
        says("t1");
        rig.awaitTexts(1);
        // when
        rig.context.getRouteController().stopRoute("collect");
        says("t2");
        rig.context.getRouteController().startRoute("collect");
        says("t3");
        // then
        rig.awaitTexts(3);
        assertThat(rig.texts).containsExactly("t1", "t2", "t3");
    }

    @Test
    void remembersWhenItStartedIfItIsRestartedBeforeTheProviderResponds() throws Exception {
        // given
        rig.server.refuseConnections();
        rig.collect(rig.stream("")).start();
        says("t1");
        // when
        rig.context.getRouteController().stopRoute("collect");
        rig.context.getRouteController().startRoute("collect");
        says("t2");
        rig.server.acceptConnections();
        // then
        rig.awaitTexts(2);
        assertThat(rig.texts).containsExactly("t1", "t2");
    }

    @Test
    void doesNotRepeatWhatWasDoneWhenANewProcessBegins() throws Exception {
        // given: two contexts have no memory in common
        rig.collect(rig.stream("&offsetDirectory=" + rig.offsets())).start();
        says("t1");
        rig.awaitTexts(1);
        rig.context.stop();
        says("t2");
        // when
        try (DefaultCamelContext next = new DefaultCamelContext()) {
            rig.configure(next);
            next.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(rig.stream("&offsetDirectory=" + rig.offsets())).process(rig::collect);
                }
            });
            next.start();
            // then
            rig.awaitTexts(2);
        }
        assertThat(rig.texts).containsExactly("t1", "t2");
    }

    @Test
    void determinesItsBeginningOnceWhenItIsSuspendedAndResumedMeanwhile() throws Exception {
        // given
        rig.server.faults().always(Fault.delay(Duration.ofSeconds(3)).on(RequestKind.CALL));
        CountingRepository store = new CountingRepository();
        rig.context.getRegistry().bind("store", store);
        rig.collect(rig.stream("&offsetRepository=#store")).start();
        // when
        for (int i = 0; i < 3; i++) {
            rig.context.getRouteController().suspendRoute("collect");
            rig.context.getRouteController().resumeRoute("collect");
        }
        says("Hello");
        // then
        awaitOnly("Hello");
        assertThat(asked("/messages")).isEqualTo(1);
        assertThat(store.writes.stream().filter(value -> value.contains("T")).distinct())
                .hasSize(1);
        assertThat(store.writes.stream().filter(value -> value.contains("T"))).hasSize(1);
    }

    /** Keeps every value that was written, in order. */
    private static final class CountingRepository extends ServiceSupport implements StateRepository<String, String> {

        private final List<String> writes = new CopyOnWriteArrayList<>();
        private final Map<String, String> states = new ConcurrentHashMap<>();

        @Override
        public void setState(String key, String value) {
            if (!key.contains("|own")) {
                writes.add(value);
            }
            states.put(key, value);
        }

        @Override
        public @Nullable String getState(String key) {
            return states.get(key);
        }
    }
}
