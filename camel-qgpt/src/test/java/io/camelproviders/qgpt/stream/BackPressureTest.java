/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import static io.camelproviders.qgpt.stream.StreamTestSupport.PATIENCE;
import static io.camelproviders.qgpt.stream.StreamTestSupport.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.testkit.qgpt.FakeQgptServer;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackPressureTest {

    private final FakeQgptServer server = FakeQgptServer.start();
    private final StreamTestSupport rig =
            new StreamTestSupport(server.loopback().uri(), List.of());
    private final QgptSocket socket = rig.socket();

    @AfterEach
    void close() {
        socket.close();
        rig.close();
        server.close();
    }

    @Test
    void losesNothingOfAHundredThousandPieces() throws Exception {
        // given
        server.answerNext(QgptAnswer.numbers(100_000));

        // when
        RecordedAnswer answer = RecordedAnswer.to(socket, question("Count!"));

        // then
        answer.whole();
        assertThat(answer.pieces).hasValue(100_000);
        assertThat(answer.text).isEqualTo(QgptAnswer.numbers(100_000).text());
    }

    @Test
    void stopsReadingForASlowTakerAndGoesOnWhenItTook() throws Exception {
        // given
        server.answerNext(QgptAnswer.numbers(50_000));
        RecordedAnswer slow = RecordedAnswer.asked(
                socket, question("Count!").patience(Duration.ofSeconds(20), Duration.ofSeconds(1)), false);
        await().atMost(PATIENCE).until(() -> slow.pieces.get() > 300);
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).untilAsserted(() -> {
            assertThat(slow.end).isNotDone();
            assertThat(slow.pieces).hasValueLessThan(2_000);
        });

        // when
        while (!slow.end.isDone()) {
            slow.exchange().release(1_000_000);
            await().atMost(PATIENCE).pollDelay(Duration.ofMillis(1)).until(() -> true);
        }

        // then
        slow.whole();
        assertThat(slow.pieces).hasValue(50_000);
    }

    @Test
    void readsOnWhenTheSlowTakerIsCancelled() throws Exception {
        // given
        server.answerNext(QgptAnswer.numbers(50_000));
        RecordedAnswer slow = RecordedAnswer.asked(socket, question("Count!"), false);
        await().atMost(PATIENCE).until(() -> slow.pieces.get() > 300);
        RecordedAnswer other = RecordedAnswer.to(socket, question("other"));

        // when
        slow.exchange().cancel();

        // then
        other.whole();
        assertThat(other.text).isEqualTo("You asked: other");
    }
}
