/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import static io.camelproviders.qgpt.stream.StreamTestSupport.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.websocket.WebSocketConnection;
import io.camelproviders.core.websocket.WebSocketListener;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A drop that the sending of a question tells first, though its answer had begun: the two come in any order. */
class SendingTest {

    private final FakeQgptServer server = FakeQgptServer.start();
    private final StreamTestSupport rig =
            new StreamTestSupport(server.loopback().uri(), List.of());
    private final List<WebSocketListener> ears = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> sending = new CompletableFuture<>();
    private final QgptSocket socket = new QgptSocket(
            new SocketDependencies(
                    rig.wiring.locator(),
                    (request, listener) -> {
                        ears.add(listener);
                        return new Wire();
                    },
                    rig.wiring.http(),
                    rig.wiring.json(),
                    rig.wiring.scheduler(),
                    rig.wiring.clock()),
            StreamTestSupport.settings());

    /** Whose one message never leaves by itself. */
    private final class Wire implements WebSocketConnection {

        @Override
        public void request(long messages) {
            assertThat(messages).isPositive();
        }

        @Override
        public CompletableFuture<Void> send(String text) {
            return sending;
        }

        @Override
        public void close(int code, String reason) {
            assertThat(code).isEqualTo(1000);
        }

        @Override
        public void abort() {
            throw new AssertionError("nobody aborts");
        }
    }

    @AfterEach
    void close() {
        socket.close();
        rig.close();
        server.close();
    }

    private RecordedAnswer cutOff(QgptQuestion question) {
        RecordedAnswer answer = RecordedAnswer.to(socket, question);
        WebSocketListener ear = ears.get(0);
        ear.opened();
        ear.message("{\"request\":\"" + answer.exchange().request() + "\",\"conversation\":\"c1\",\"question\":"
                + "{\"answers\":{\"iterable\":[{\"text\":\"Half \"}]}}}");
        ProviderException gone = new TransportException(ErrorDetails.of("the connection ended"));
        sending.completeExceptionally(gone);
        ear.failed(gone);
        return answer;
    }

    @Test
    void recoversAnAnswerWhoseQuestionIsSaidNotToHaveLeft() throws Exception {
        // given
        server.addMessage("c1", "USER", "Why?");
        server.addMessage("c1", "SYSTEM", "Half an answer.");

        // when
        RecordedAnswer answer = cutOff(question("Why?", "c1").recovering());

        // then
        assertThat(answer.whole().recovered()).isEqualTo("Half an answer.");
        assertThat(answer.ends).hasValue(1);
    }

    @Test
    void failsOnceWithThePartialTextWithoutRecovery() throws Exception {
        // when
        RecordedAnswer answer = cutOff(question("Why?", "c1"));

        // then
        assertThat(((StreamFaultException) answer.failure()).partialText()).isEqualTo("Half ");
        assertThat(answer.ends).hasValue(1);
    }
}
