/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that fails: nothing counts as done without a durable position, everybody sees it, and it heals by itself. */
class OffsetStoreFailureTest {

    private final Flaky store = new Flaky();
    private StreamTestSupport rig;

    /** Fails when told. */
    private static final class Flaky extends ServiceSupport implements StateRepository<String, String> {
        private final Map<String, String> values = new ConcurrentHashMap<>();
        private final AtomicBoolean broken = new AtomicBoolean();
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public void setState(String key, String value) {
            fail();
            values.put(key, value);
        }

        @Override
        public @Nullable String getState(String key) {
            fail();
            return values.get(key);
        }

        private void fail() {
            if (broken.get()) {
                failures.incrementAndGet();
                throw new IllegalStateException("the disk is full");
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
        rig.context.getRegistry().bind("store", store);
        rig.collect(rig.watched("&offsetRepository=#store"));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void handsNothingFurtherOverUntilThePositionCanBeStored() throws Exception {
        // given
        rig.start();
        rig.awaitOpen();
        rig.say(1, 3);
        rig.awaitTexts(3);
        String third = rig.server.messages(rig.conversation).get(2).id();
        StreamTestSupport.await(() -> third.equals(rig.status().committed()));
        // when
        store.broken.set(true);
        rig.say(4, 10);
        // then
        StreamTestSupport.await(() -> store.failures.get() >= 3);
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 4));
        assertThat(rig.status().committed()).isEqualTo(third);
        assertThat(rig.health()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(rig.status().trouble()).contains("the disk is full");
        assertThat(rig.reported).isNotEmpty();
        // when
        rig.server.dropConnections();
        StreamTestSupport.await(() -> rig.status().counts().connects() >= 2);
        assertThat(rig.health()).isEqualTo(HealthCheck.State.DOWN);
        store.broken.set(false);
        // then
        rig.awaitTexts(10);
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 10));
        StreamTestSupport.await(() -> rig.health() == HealthCheck.State.UP);
    }

    @Test
    void doesNotConnectBeforeTheBeginningIsStored() throws Exception {
        // given
        store.broken.set(true);
        // when
        rig.start();
        StreamTestSupport.await(() -> store.failures.get() >= 4);
        // then
        assertThat(rig.asked("/stream")).isZero();
        assertThat(rig.asked("/stream-ticket")).isZero();
        store.broken.set(false);
        rig.awaitOpen();
        rig.say(1, 2);
        rig.awaitTexts(2);
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 2));
    }

    @Test
    void stopsInTimeAndTriesNoLongerWhenTheLastPositionCannotBeStored() throws Exception {
        // given
        rig.start();
        rig.awaitOpen();
        store.broken.set(true);
        rig.say(1, 1);
        StreamTestSupport.await(() -> store.failures.get() >= 1);
        // when
        rig.context.getRouteController().stopRoute("collect");
        int after = store.failures.get();
        Awaitility.await().pollDelay(java.time.Duration.ofMillis(300)).until(() -> true);
        // then
        assertThat(store.failures.get()).isLessThanOrEqualTo(after + 1);
        store.broken.set(false);
        rig.context.getRouteController().startRoute("collect");
        rig.awaitTexts(2);
        assertThat(rig.texts).containsExactly("t1", "t1");
    }
}
