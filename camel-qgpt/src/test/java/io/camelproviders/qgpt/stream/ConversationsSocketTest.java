/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import static io.camelproviders.qgpt.stream.StreamTestSupport.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.qgpt.model.Conversations.StreamedIdentifier;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // A null where none should be fails the test.
class ConversationsSocketTest {

    private final FakeQgptServer server = FakeQgptServer.start();
    private final StreamTestSupport rig =
            new StreamTestSupport(server.loopback().uri(), List.of());
    private final List<StreamedIdentifier> changes = new CopyOnWriteArrayList<>();
    private final AtomicInteger malformed = new AtomicInteger();
    private final ConversationsSocket socket =
            new ConversationsSocket(rig.wiring, StreamTestSupport.settings(), new ConversationsListener() {
                @Override
                public void changed(StreamedIdentifier change) {
                    changes.add(change);
                }

                @Override
                public void malformed(String text, DecodeException cause) {
                    malformed.incrementAndGet();
                }
            });

    @AfterEach
    void close() {
        socket.close();
        rig.close();
        server.close();
    }

    private void start() {
        socket.start();
        await().atMost(PATIENCE).until(() -> server.watchers().size() == 1);
    }

    @Test
    void tellsChangesAndDeletions() {
        // given
        start();

        // when
        String id = server.addConversation("talk");
        server.deleteConversation(id);

        // then
        await().atMost(PATIENCE).until(() -> changes.size() == 2);
        assertThat(changes.get(0).conversation().id()).isEqualTo(id);
        assertThat(changes.get(0).deleted()).isNull();
        assertThat(changes.get(1).deleted()).isTrue();
    }

    @Test
    void goesOnAfterAMalformedMessageAndAfterADrop() {
        // given
        start();
        server.watchers().get(0).text("[oops");
        await().atMost(PATIENCE).until(() -> malformed.get() == 1);
        server.watchers().get(0).reset();
        await().atMost(PATIENCE).until(() -> socket.health().connects() == 2);
        await().atMost(PATIENCE).until(() -> server.watchers().size() == 1);

        // when
        server.addConversation("talk");

        // then
        await().atMost(PATIENCE).until(() -> changes.size() == 1);
    }

    @Test
    void readsNoFurtherThanItsWindow() {
        // given
        start();
        IntStream.range(0, 3_000).forEach(i -> server.addConversation("talk " + i));
        await().atMost(PATIENCE).until(() -> changes.size() == ConversationsSocket.WINDOW);

        // when
        socket.taken(ConversationsSocket.WINDOW);

        // then
        await().atMost(PATIENCE).until(() -> changes.size() == 2 * ConversationsSocket.WINDOW);
    }
}
