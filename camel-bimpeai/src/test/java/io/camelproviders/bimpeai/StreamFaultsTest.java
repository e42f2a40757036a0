/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static io.camelproviders.testkit.RequestKind.STREAM;
import static io.camelproviders.testkit.RequestKind.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.bimpeai.BimpeaiFaults;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a stream: nothing lost, nothing twice, in order, where the official SDKs lose, repeat, hang or die. */
class StreamFaultsTest {

    private static final Fault DROP = Fault.dropAfter(3);

    @ParameterizedTest(name = "{0}")
    @MethodSource({"endings", "answers", "forms"})
    void deliversEveryMessageOnceAndInOrderOver(String name, List<Fault> faults) throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            faults.forEach(fault -> rig.server.faults().times(3, fault));
            rig.collect(rig.watched("&requestTimeout=700&maxLineBytes=100000")).start();
            rig.awaitBegun();
            // when
            rig.say(1, 10);
            // then
            rig.awaitTexts(10);
            rig.say(11, 20);
            rig.awaitTexts(20);
            StreamTestSupport.await(() -> rig.server.faults().remaining() == 0);
            rig.say(21, 21);
            rig.awaitTexts(21);
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 21));
            assertThat(rig.server.loopback().failures()).isEmpty();
        }
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                fault("nothing", Fault.before(":\n\n")),
                fault("a drop inside an event", DROP),
                fault("a drop before the first message", Fault.resetAfter(0)),
                fault("a cut inside a character", Fault.cutInsideCharacterAfter(2)),
                fault("a reset", Fault.resetAfter(3)),
                fault("a half-open connection", Fault.stallAfter(3)),
                fault("a clean close", Fault.closeAfter(3)),
                fault("clean closes without a message", Fault.closeAfter(0)),
                fault("an endless line", Fault.endlessLineAfter(2, 3_000_000)),
                fault("replayed messages", BimpeaiFaults.overlap(3), DROP),
                fault("fifty replayed messages", BimpeaiFaults.overlap(50), DROP),
                fault("an inclusive server", BimpeaiFaults.inclusiveAfter(), DROP),
                fault("a slow server", Fault.slowBytes(300, Duration.ofMillis(5))));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                fault("a dead ticket", BimpeaiFaults.deadTicket()),
                fault("a stream that is HTML", Fault.htmlPage().on(STREAM)),
                fault("a stream that is JSON", BimpeaiFaults.noEnvelope().on(STREAM)),
                fault("500 on the stream", Fault.respond(500).on(STREAM)),
                fault("503 on the stream", Fault.respond(503).on(STREAM)),
                fault("408 on the stream", Fault.respond(408).on(STREAM)),
                fault("a stream that never answers", Fault.stall().on(STREAM)),
                fault(
                        "a head that drips",
                        Fault.throttled(5, Duration.ofMillis(300)).on(STREAM)),
                fault("500 on the ticket call", Fault.respond(500).on(TICKET)),
                fault("503 on the ticket call", Fault.respond(503).on(TICKET)),
                fault("a ticket that is HTML", Fault.htmlPage().on(TICKET)),
                fault("a ticket that is other JSON", BimpeaiFaults.noEnvelope().on(TICKET)),
                fault("a ticket whose answer is cut", Fault.cutResponse().on(TICKET)),
                fault("a ticket whose answer is lost", Fault.lostResponse().on(TICKET)),
                fault("a ticket call that is never answered", Fault.stall().on(TICKET)));
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                fault("no id lines", BimpeaiFaults.noIdLine(), DROP),
                fault("no event lines", BimpeaiFaults.noEventLine(), DROP),
                fault("an unknown role", BimpeaiFaults.unknownRole(), DROP),
                fault("an error event", BimpeaiFaults.errorEvent(), DROP),
                fault("an unknown event", BimpeaiFaults.unknownEvent(), DROP),
                fault("lone CR", BimpeaiFaults.crLines(), DROP),
                fault("CR LF", BimpeaiFaults.crlfLines(), DROP),
                fault("retry: 0", BimpeaiFaults.retryLine("0"), DROP),
                fault("retry: 99999999999", BimpeaiFaults.retryLine("99999999999"), DROP),
                fault("retry: abc", BimpeaiFaults.retryLine("abc"), DROP));
    }

    private static Arguments fault(String name, Fault... faults) {
        return arguments(name, List.of(faults));
    }
}
