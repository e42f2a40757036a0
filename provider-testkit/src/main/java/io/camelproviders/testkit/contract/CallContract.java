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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every provider does with an ordinary call. */
public interface CallContract extends ProviderContract {

    /** The operation that {@link #call} asks for, such as {@code messages/send}. */
    String calledOperation();

    /**
     * Calls the provider once, without retries, in a route named {@code call}.
     *
     * @param requestTimeout how long the component waits for the response
     * @return the text of the response, or the failure of the exchange
     */
    CompletableFuture<String> call(String text, Duration requestTimeout);

    /** Calls the provider, without retries of its own, in a route whose error handler redelivers up to three times. */
    CompletableFuture<String> callWithRedelivery(String text);

    private int requests() {
        return server().requests(calledOperation()).size();
    }

    private void assertAnswersAgain() throws Exception {
        Assertions.assertFalse(resultOf(call("next", LIMIT)).isEmpty());
    }

    @Test
    default void aRefusedConnectionFailsTheCall() throws Exception {
        server().refuseConnections();
        server().dropConnections();

        failureOf(call("Hi", LIMIT));

        Assertions.assertEquals(0, requests());
        server().acceptConnections();
        assertAnswersAgain();
    }

    @TestFactory
    default Stream<DynamicTest> aBrokenResponseFailsTheCallAndIsNeverTakenForAResult() {
        Map<String, Fault> faults = Map.of(
                "connection reset instead of a response", Fault.dropConnection(),
                "response lost after the operation", Fault.lostResponse(),
                "response cut in its body", Fault.cutResponse(),
                "a page of HTML", Fault.htmlPage(),
                "an error", Fault.respond(500),
                "a rate limit beyond what the call waits", Fault.rateLimited("3600"));
        return faults.entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> {
                    int before = requests();
                    server().faults().on(calledOperation()).once(fault.getValue());

                    failureOf(call("Hi", LIMIT));

                    Assertions.assertEquals(before + 1, requests(), "it is not repeated");
                    assertAnswersAgain();
                }));
    }

    @Test
    default void aStallEndsWithTheTimeout() throws Exception {
        server().faults().on(calledOperation()).once(Fault.stall());

        failureOf(call("Hi", Duration.ofMillis(500)));

        await("the connection is closed", () -> server().abandonedResponses() == 1);
        assertAnswersAgain();
    }

    @Test
    default void aSlowResponseIsReadWhole() throws Exception {
        server().faults().on(calledOperation()).once(Fault.throttled(7, Duration.ofMillis(1)));

        Assertions.assertFalse(resultOf(call("Hi", LIMIT)).isEmpty());
    }

    @Test
    default void stoppingEndsAWaitingCallAndClosesItsConnection() throws Exception {
        server().faults().on(calledOperation()).once(Fault.stall());
        CompletableFuture<String> waiting = call("Hi", LIMIT.multipliedBy(10));
        await("the request is there", () -> requests() == 1);

        assertStopsPromptly();

        failureOf(waiting);
    }

    @Test
    default void aRestartOfTheProviderFailsWaitingCallsAndNoLaterOnes() throws Exception {
        server().faults().on(calledOperation()).once(Fault.stall());
        CompletableFuture<String> waiting = call("Hi", LIMIT.multipliedBy(10));
        await("the request is there", () -> requests() == 1);

        server().restart(Duration.ofMillis(100));

        failureOf(waiting);
        await("the provider is back", () -> {
            try {
                return !call("next", LIMIT)
                        .get(LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .isEmpty();
            } catch (java.util.concurrent.ExecutionException e) {
                return false;
            }
        });
    }

    @Test
    default void redeliveryRepeatsTheCall() throws Exception {
        server().faults().on(calledOperation()).times(2, Fault.respond(503));

        Assertions.assertFalse(resultOf(callWithRedelivery("Hi")).isEmpty());

        Assertions.assertEquals(3, requests());
    }

    @Test
    default void noSecretIsInMessagesOrLogs() throws Exception {
        assertNoSecret(() -> {
            StringBuilder seen = new StringBuilder();
            for (Fault fault :
                    List.of(Fault.dropConnection(), Fault.respond(401), Fault.respond(400), Fault.htmlPage())) {
                server().faults().on(calledOperation()).once(fault);
                seen.append(chain(failureOf(call("Hi", LIMIT))));
            }
            server().refuseConnections();
            server().dropConnections();
            seen.append(chain(failureOf(call("Hi", LIMIT))));
            return seen.toString();
        });
    }

    @Test
    default void theProviderNoticesNothingWrong() throws Exception {
        resultOf(call("Hi", LIMIT));

        Assertions.assertEquals(List.of(), server().violations());
        Assertions.assertEquals(
                0,
                server().journal().count(request -> request.query().containsValue(server().apiKey())),
                RequestKind.CALL + " with the API key in the query");
    }
}
