/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.Misbehaviour;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a stream: nothing lost, nothing twice, in order, where the official SDKs lose, repeat, hang or die. */
class StreamFaultsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void deliversEveryMessageOnceAndInOrderOver(String name, Misbehaviour fault) throws Exception {
        try (StreamRig rig = new StreamRig(FakeBimpeaiServer.start())) {
            // given
            rig.server.times(3, fault);
            rig.collect(rig.stream("")).start();
            rig.awaitOpen();
            // when
            rig.say(1, 10);
            // then
            StreamRig.await(() -> rig.texts.size() >= 10);
            rig.say(11, 20);
            StreamRig.await(() -> rig.texts.size() >= 20);
            assertThat(rig.texts).isEqualTo(StreamRig.texts(1, 20));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("nothing", Misbehaviour.before(":\n\n")),
                arguments("a drop inside an event", Misbehaviour.dropAfter(3)),
                arguments("a cut inside a character", Misbehaviour.cutInCharacterAfter(2)),
                arguments("a reset", Misbehaviour.resetAfter(3)),
                arguments("a half-open connection", Misbehaviour.silenceAfter(3)),
                arguments("a clean close", Misbehaviour.closeAfter(3)),
                arguments("clean closes without a message", Misbehaviour.closeAtOnce()),
                arguments("replayed messages", Misbehaviour.overlap(3)),
                arguments("no id lines", Misbehaviour.noIdLine()));
    }
}
