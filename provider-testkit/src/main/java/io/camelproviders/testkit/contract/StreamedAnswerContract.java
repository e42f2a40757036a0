/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.contract;

import static io.camelproviders.testkit.contract.ProviderContract.await;
import static io.camelproviders.testkit.contract.ProviderContract.chain;
import static io.camelproviders.testkit.contract.ProviderContract.failureOf;
import static io.camelproviders.testkit.contract.ProviderContract.resultOf;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every provider does with an answer that comes in pieces. */
public interface StreamedAnswerContract extends ProviderContract {

    /**
     * Asks for a streamed answer, without retries, in a route named {@code stream}.
     *
     * @param idleTimeout how long the component waits for the next piece
     * @param pieces gets the text of each piece as it reaches the route
     * @return the whole text, or the failure of the exchange
     */
    CompletableFuture<String> stream(String text, Duration idleTimeout, List<String> pieces);

    /** Questions that reached the provider so far. */
    int questions();

    private void assertAnswersAgain() throws Exception {
        Assertions.assertFalse(
                resultOf(stream("next", LIMIT, new CopyOnWriteArrayList<>())).isEmpty());
    }

    @Test
    default void thePiecesComeInOrderAndMakeTheWholeAnswer() throws Exception {
        List<String> pieces = new CopyOnWriteArrayList<>();

        String whole = resultOf(stream("Grüße 🐪, and more", LIMIT, pieces));

        Assertions.assertEquals(whole, String.join("", pieces));
        Assertions.assertTrue(whole.contains("Grüße 🐪"), whole);
        Assertions.assertTrue(pieces.size() > 1);
    }

    @TestFactory
    default Stream<DynamicTest> aBrokenStreamIsNeverTakenForAWholeAnswerAndIsNotAskedAgain() {
        Map<String, Fault> faults = Map.of(
                "connection closed in the middle of an event", Fault.dropAfter(1),
                "connection reset", Fault.resetAfter(1),
                "stream closed early", Fault.closeAfter(1),
                "bytes that are no events", Fault.garbageAfter(1),
                "some payloads and a reset", Fault.stream("{\"delta\":\"a\"}").thenReset());
        return faults.entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> {
                    int before = questions();
                    List<String> pieces = new CopyOnWriteArrayList<>();
                    server().faults().once(fault.getValue());

                    failureOf(stream("Hi", LIMIT, pieces));

                    Assertions.assertTrue(pieces.size() <= 1, "pieces " + pieces);
                    Assertions.assertEquals(before + 1, questions(), "it is not asked again");
                    assertAnswersAgain();
                }));
    }

    @Test
    default void aStalledStreamEndsWithTheTimeout() throws Exception {
        server().faults().once(Fault.stallAfter(1));

        failureOf(stream("Hi", Duration.ofMillis(500), new CopyOnWriteArrayList<>()));

        assertAnswersAgain();
    }

    @Test
    default void stoppingBeforeTheFirstPieceIsPrompt() throws Exception {
        server().faults().on(RequestKind.STREAM).once(Fault.stall());
        CompletableFuture<String> waiting = stream("Hi", LIMIT.multipliedBy(10), new CopyOnWriteArrayList<>());
        await("the request is there", () -> server().journal().total() > 0);

        assertStopsPromptly();

        failureOf(waiting);
    }

    @Test
    default void stoppingWhileAnAnswerComesIsPrompt() throws Exception {
        server().faults().once(Fault.stallAfter(1));
        CompletableFuture<String> waiting = stream("Hi", LIMIT.multipliedBy(10), new CopyOnWriteArrayList<>());
        await("the question is there", () -> questions() == 1);

        assertStopsPromptly();

        failureOf(waiting);
    }

    @Test
    default void noSecretIsInMessagesOrLogsOfAnAnswer() throws Exception {
        assertNoSecret(() -> {
            StringBuilder seen = new StringBuilder();
            for (Fault fault : List.of(Fault.dropAfter(1), Fault.garbageAfter(1), Fault.closeAfter(1))) {
                server().faults().once(fault);
                seen.append(chain(failureOf(stream("Hi", LIMIT, new CopyOnWriteArrayList<>()))));
            }
            return seen.toString();
        });
    }
}
