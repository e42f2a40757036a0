/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import static io.camelproviders.qgpt.stream.StreamTestSupport.PATIENCE;
import static io.camelproviders.qgpt.stream.StreamTestSupport.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What the tests of this socket share. */
abstract class SocketTestSupport {

    final FakeQgptServer server = FakeQgptServer.start();
    final StreamTestSupport rig = new StreamTestSupport(server.loopback().uri(), List.of());
    final QgptSocket socket = rig.socket();

    @AfterEach
    void close() {
        socket.close();
        rig.close();
        server.close();
        assertThat(server.loopback().failures()).isEmpty();
    }

    List<String> asked() {
        return server.received().stream()
                .map(message -> message.path("question").path("query").asText())
                .toList();
    }

    long stops() {
        return server.received().stream()
                .filter(message -> message.path("stop").asBoolean())
                .count();
    }

    RecordedAnswer silent(String query) {
        server.answerNext(QgptAnswer.words("Half an answer").with(Fault.stallAfter(1)));
        RecordedAnswer answer = RecordedAnswer.to(socket, question(query));
        await().atMost(PATIENCE).until(() -> answer.text.length() > 0);
        return answer;
    }
}
