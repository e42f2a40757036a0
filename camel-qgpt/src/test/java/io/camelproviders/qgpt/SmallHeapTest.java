/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.qgpt.FakeQgptExtension;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long answer through a route in a process with little memory, in each way to take it. */
@ExtendWith(FakeQgptExtension.class)
class SmallHeapTest {

    private static final int PIECES = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"aggregate", "iterator", "streamTo"})
    void losesNothingOfAHundredThousandPieces(String mode, @TempDir Path directory, FakeQgptServer server)
            throws Exception {
        // given
        QgptAnswer answer = QgptAnswer.numbers(PIECES);
        server.answerNext(answer);

        // when
        String printed =
                AnswerProcess.run(directory, "-Xmx128m", server.loopback().uri().toString(), mode);

        // then
        assertThat(printed.lines()).containsSubsequence(AnswerProcess.expected(mode, answer));
        assertThat(printed).doesNotContain("OutOfMemory");
        assertThat(server.received()).hasSize(1);
        assertThat(server.loopback().failures()).isEmpty();
    }
}
