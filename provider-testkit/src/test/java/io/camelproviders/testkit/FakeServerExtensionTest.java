/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.testkit.igpt.FakeIgptExtension;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import io.camelproviders.testkit.qgpt.FakeQgptExtension;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakeServerExtensionTest {

    @Nested
    @ExtendWith(FakeIgptExtension.class)
    class OnAClass {

        @RepeatedTest(2)
        void givesEachTestAServerOfItsOwn(FakeIgptServer server) throws IOException {
            assertThat(server.journal().total()).isZero();
            new Socket(InetAddress.getLoopbackAddress(), server.port()).close();
        }
    }

    abstract static class OnAStaticField {

        @RegisterExtension
        static final FakeIgptExtension IGPT = new FakeIgptExtension();

        private static final Set<FakeIgptServer> SEEN = new HashSet<>();

        @RepeatedTest(3)
        void sharesOneServerInTheClass(FakeIgptServer server) {
            SEEN.add(server);
            assertThat(IGPT.server()).isSameAs(server);
            assertThat(SEEN).hasSize(1);
        }

        @AfterAll
        static void isStillThereAfterTheLastTest() {
            assertThat(IGPT.server().port()).isPositive();
        }
    }

    @Nested
    class OnAStaticFieldOfANestedClass extends OnAStaticField {}

    @Nested
    class OnAnInstanceField {

        private static final Set<FakeQgptServer> SEEN = new HashSet<>();

        @RegisterExtension
        final FakeQgptExtension qgpt = new FakeQgptExtension();

        @RepeatedTest(2)
        void givesEachTestAServerOfItsOwn() {
            assertThat(SEEN.add(qgpt.server())).isTrue();
        }
    }

    @Test
    void startsOnAFixedPort() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        FakeIgptExtension extension = new FakeIgptExtension(port);

        extension.beforeEach(null);

        assertThat(extension.server().baseUrl()).isEqualTo("http://127.0.0.1:" + port + "/v1");
        extension.afterEach(null);
        assertThatThrownBy(extension::server).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void failsTheTestDuringWhichTheFakeFailed() throws Exception {
        FakeIgptExtension extension = new FakeIgptExtension();
        extension.beforeEach(null);
        extension.server().faults().once(Fault.respondWith(pending -> {
            throw new IllegalStateException("broken fault");
        }));
        new ApiClient(extension.server(), "").call("POST", "/recall/ask", "{}");

        assertThatThrownBy(() -> extension.afterEach(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken fault");
    }
}
