/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.contract;

import static io.camelproviders.testkit.contract.ProviderContract.await;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every provider does with a stream without end. Waits between attempts must be short, and where offsets are stored, they must
 * outlive the application.
 */
public interface SubscriptionContract extends ProviderContract {

    /** Starts an application that consumes the stream, where the last one of this test stopped. */
    void startConsumer();

    /** The texts that the route has processed, over all applications of this test. */
    List<String> received();

    /** Forgets what was received. */
    void forgetReceived();

    /** Sends this text to the stream of the provider. */
    void publish(String text);

    /** Makes the route wait with this text until the application stops. */
    void blockRouteOn(String text);

    /** Makes the route fail with this text, the first time. */
    void failRouteOn(String text);

    /** Whether nothing is lost when a connection breaks; otherwise what is sent while it is broken is lost. */
    boolean losesNothing();

    /** Publishes this text, again and again where it may be lost, until the route has processed it. */
    private void publishUntilReceived(String text) throws Exception {
        publish(text);
        await("received " + text, () -> {
            boolean there = received().contains(text);
            if (!there && !losesNothing()) {
                publish(text);
            }
            return there;
        });
    }

    private void begin() throws Exception {
        startConsumer();
        server().awaitStream();
        publishUntilReceived("first");
    }

    /** What was received, repeated publications aside. */
    private List<String> distinct() {
        return received().stream().distinct().toList();
    }

    @TestFactory
    default Stream<DynamicTest> aBrokenStreamIsResumed() {
        Map<String, Fault> faults = Map.of(
                "connection closed in the middle of an event", Fault.dropAfter(2),
                "connection reset", Fault.resetAfter(2),
                "stream closed", Fault.closeAfter(2));
        return faults.entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> {
                    forgetReceived();
                    server().faults().once(fault.getValue());
                    startConsumer();
                    server().awaitStream();
                    publishUntilReceived("first");
                    publish("second");
                    publish("third");
                    publishUntilReceived("last");

                    List<String> expected = new ArrayList<>(List.of("first", "second", "third", "last"));
                    if (losesNothing()) {
                        Assertions.assertEquals(expected, distinct());
                    } else {
                        expected.retainAll(received());
                        Assertions.assertEquals(expected, distinct());
                    }
                    Assertions.assertEquals(0, server().faults().remaining());
                    stopApplication();
                }));
    }

    @Test
    default void aProviderThatIsAwayIsWaitedFor() throws Exception {
        server().refuseConnections();
        startConsumer();
        server().acceptConnections();
        server().awaitStream();

        publishUntilReceived("first");
    }

    @Test
    default void aRestartOfTheProviderIsSurvived() throws Exception {
        begin();

        server().refuseConnections();
        server().dropConnections();
        publish("meanwhile");
        server().acceptConnections();
        server().awaitStream();
        publishUntilReceived("last");

        Assertions.assertEquals(
                losesNothing() ? List.of("first", "meanwhile", "last") : List.of("first", "last"),
                distinct().stream()
                        .filter(text -> losesNothing() || !text.equals("meanwhile"))
                        .toList());
    }

    @Test
    default void aRestartOfTheApplicationContinues() throws Exception {
        begin();

        stopApplication();
        publish("meanwhile");
        startConsumer();
        server().awaitStream();
        publishUntilReceived("last");

        Assertions.assertEquals(
                losesNothing() ? List.of("first", "meanwhile", "last") : List.of("first", "last"), distinct());
    }

    @Test
    default void aFailedTextIsProcessedAgainWhereNothingMayBeLost() throws Exception {
        begin();

        failRouteOn("fails once");
        publish("fails once");
        publishUntilReceived("last");

        Assertions.assertEquals(
                losesNothing() ? List.of("first", "fails once", "last") : List.of("first", "last"), distinct());
    }

    @Test
    default void stoppingWhileConnectingIsPrompt() throws Exception {
        server().faults().on(RequestKind.STREAM).always(Fault.stall());
        startConsumer();
        await("it connects", () -> server().journal().total() > 0);

        assertStopsPromptly();
    }

    @Test
    default void stoppingWhileWaitingToReconnectIsPrompt() throws Exception {
        begin();
        server().refuseConnections();
        server().dropConnections();
        await("the stream is lost", () -> server().openStreams() == 0);

        assertStopsPromptly();
    }

    @Test
    default void stoppingWhileTheRouteProcessesIsPrompt() throws Exception {
        begin();
        blockRouteOn("blocks");
        publish("blocks");

        assertStopsPromptly();
    }

    @Test
    default void noSecretIsInTheLogOfAStream() throws Exception {
        assertNoSecret(() -> {
            begin();
            server().dropConnections();
            publishUntilReceived("last");
            server().refuseConnections();
            server().dropConnections();
            await("the stream is lost", () -> server().openStreams() == 0);
            stopApplication();
            return String.join(" ", received());
        });
    }
}
