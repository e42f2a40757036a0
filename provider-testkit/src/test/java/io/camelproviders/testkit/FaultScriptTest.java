/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.testkit.Fault.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultScriptTest {

    private static final OperationRequest SEND = request("messages/send", RequestKind.SEND, "c1");
    private static final OperationRequest STREAM = request("messages/stream", RequestKind.STREAM, "c2");

    private final FaultScript faults = new FaultScript(() -> Set.of("messages/send", "messages/stream"));

    private static OperationRequest request(String operation, RequestKind kind, String conversation) {
        Request request = new Request("GET", "/", List.of(), new byte[0], new byte[0], 1, 0);
        return new OperationRequest(request, operation, kind, Map.of("conversation", conversation));
    }

    private List<Integer> take(OperationRequest request, int times) {
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Optional<Ending> ending = faults.take(Ending.class, request);
            taken.add(ending.map(Ending::events).orElse(-1));
        }
        return taken;
    }

    @Test
    void happensAsOftenAsScriptedInOrder() {
        faults.times(2, Fault.dropAfter(1)).once(Fault.dropAfter(2), Fault.dropAfter(3));

        assertThat(faults.remaining()).isEqualTo(4);
        assertThat(take(SEND, 5)).containsExactly(1, 1, 2, 3, -1);
        assertThat(faults.remaining()).isZero();
    }

    @Test
    void putsThoseOfTheConversationBeforeOthersAndCountedOnesBeforePermanentOnes() {
        faults.always(Fault.dropAfter(9));
        faults.once(Fault.dropAfter(3));
        faults.in("c1").always(Fault.dropAfter(2));
        faults.in("c1").once(Fault.dropAfter(1));
        faults.in("c2").once(Fault.dropAfter(7));

        assertThat(take(SEND, 3)).containsExactly(1, 2, 2);
        assertThat(take(STREAM, 4)).containsExactly(7, 3, 9, 9);
    }

    @Test
    void isForAKindOrAnOperationOnly() {
        faults.on(RequestKind.STREAM).once(Fault.dropAfter(1));
        faults.on("messages/send").once(Fault.dropAfter(2));
        faults.on(RequestKind.CALL).once(Fault.dropAfter(3));
        faults.once(
                Fault.dropAfter(4).on(RequestKind.TICKET), Fault.dropAfter(5).on("messages/stream"));
        faults.where(request -> request.id("conversation").equals("c2")).once(Fault.dropAfter(6));

        assertThat(take(SEND, 3)).containsExactly(2, 3, -1);
        assertThat(take(STREAM, 4)).containsExactly(1, 5, 6, -1);
        assertThat(faults.remaining()).isEqualTo(1);
    }

    @Test
    void takesOneOfEachNameForTheSameEvent() {
        faults.times(2, Fault.before("a")).once(Fault.event("id", text -> text));

        assertThat(faults.takeEvents(STREAM)).extracting(Fault.Event::name).containsExactly("before", "id");
        assertThat(faults.takeEvents(STREAM)).extracting(Fault.Event::name).containsExactly("before");
        assertThat(faults.takeEvents(STREAM)).isEmpty();
    }

    @Test
    void isForgottenWhenCleared() {
        faults.always(Fault.stall()).once(Fault.dropAfter(1));

        faults.clear();

        assertThat(faults.take(Fault.Response.class, SEND)).isEmpty();
        assertThat(take(SEND, 1)).containsExactly(-1);
    }

    @Test
    void refusesUnknownOperationsAndZeroTimes() {
        assertThatThrownBy(() -> faults.on("messages/snd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages/send");
        assertThatThrownBy(() -> faults.times(0, Fault.stall())).isInstanceOf(IllegalArgumentException.class);
    }
}
