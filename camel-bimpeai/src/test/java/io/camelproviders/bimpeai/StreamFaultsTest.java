/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static io.camelproviders.testkit.bimpeai.Misbehaviour.Place.STREAM;
import static io.camelproviders.testkit.bimpeai.Misbehaviour.Place.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.Misbehaviour;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a stream: nothing lost, nothing twice, in order, where the official SDKs lose, repeat, hang or die. */
class StreamFaultsTest {

    private static final Misbehaviour DROP = Misbehaviour.dropAfter(3);

    @ParameterizedTest(name = "{0}")
    @MethodSource({"endings", "answers", "forms"})
    void deliversEveryMessageOnceAndInOrderOver(String name, List<Misbehaviour> faults) throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            faults.forEach(fault -> rig.server.times(3, fault));
            rig.collect(rig.watched("&requestTimeout=700&maxLineBytes=100000")).start();
            rig.awaitBegun();
            // when
            rig.say(1, 10);
            // then
            rig.awaitTexts(10);
            rig.say(11, 20);
            rig.awaitTexts(20);
            StreamTestSupport.await(() -> rig.server.scriptedLeft() == 0);
            rig.say(21, 21);
            rig.awaitTexts(21);
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 21));
            assertThat(rig.server.server().failures()).isEmpty();
        }
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                fault("nothing", Misbehaviour.before(":\n\n")),
                fault("a drop inside an event", DROP),
                fault("a drop before the first message", Misbehaviour.resetAfter(0)),
                fault("a cut inside a character", Misbehaviour.cutInCharacterAfter(2)),
                fault("a reset", Misbehaviour.resetAfter(3)),
                fault("a half-open connection", Misbehaviour.silenceAfter(3)),
                fault("a clean close", Misbehaviour.closeAfter(3)),
                fault("clean closes without a message", Misbehaviour.closeAtOnce()),
                fault("an endless line", Misbehaviour.endlessLineAfter(2, 3_000_000)),
                fault("replayed messages", Misbehaviour.overlap(3), DROP),
                fault("fifty replayed messages", Misbehaviour.overlap(50), DROP),
                fault("an inclusive server", Misbehaviour.inclusiveAfter(), DROP),
                fault("a slow server", Misbehaviour.slow(300, Duration.ofMillis(5))));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                fault("a dead ticket", Misbehaviour.deadTicket()),
                fault("a stream that is HTML", Misbehaviour.html(STREAM)),
                fault("a stream that is JSON", Misbehaviour.json(STREAM)),
                fault("500 on the stream", Misbehaviour.status(STREAM, 500)),
                fault("503 on the stream", Misbehaviour.status(STREAM, 503)),
                fault("408 on the stream", Misbehaviour.status(STREAM, 408)),
                fault("a stream that never answers", Misbehaviour.silence(STREAM)),
                fault("a head that drips", Misbehaviour.dripped(STREAM, 5, Duration.ofMillis(300))),
                fault("500 on the ticket call", Misbehaviour.status(TICKET, 500)),
                fault("503 on the ticket call", Misbehaviour.status(TICKET, 503)),
                fault("a ticket that is HTML", Misbehaviour.html(TICKET)),
                fault("a ticket that is other JSON", Misbehaviour.json(TICKET)),
                fault("a ticket whose answer is cut", Misbehaviour.cutAnswer(TICKET)),
                fault("a ticket whose answer is lost", Misbehaviour.lostAnswer(TICKET)),
                fault("a ticket call that is never answered", Misbehaviour.silence(TICKET)));
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                fault("no id lines", Misbehaviour.noIdLine(), DROP),
                fault("no event lines", Misbehaviour.noEventLine(), DROP),
                fault("an unknown role", Misbehaviour.unknownRole(), DROP),
                fault("an error event", Misbehaviour.errorEvent(), DROP),
                fault("an unknown event", Misbehaviour.unknownEvent(), DROP),
                fault("lone CR", Misbehaviour.crLines(), DROP),
                fault("CR LF", Misbehaviour.crlfLines(), DROP),
                fault("retry: 0", Misbehaviour.retryLine("0"), DROP),
                fault("retry: 99999999999", Misbehaviour.retryLine("99999999999"), DROP),
                fault("retry: abc", Misbehaviour.retryLine("abc"), DROP));
    }

    private static Arguments fault(String name, Misbehaviour... faults) {
        return arguments(name, List.of(faults));
    }
}
