/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.contract;

import io.camelproviders.testkit.FakeServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assertions;

/** What the contracts need of a provider: each test runs on a fake server and an application of its own. */
public interface ProviderContract {

    /** Upper bound for whatever must happen at all. */
    Duration LIMIT = Duration.ofSeconds(60);

    /** Upper bound for what must happen at once, generous for a busy machine. */
    Duration PROMPT = Duration.ofSeconds(20);

    /** The fake server of the running test. */
    FakeServer server();

    /** Stops the application: closes its Camel context. */
    void stopApplication();

    /** What must not appear in any message or log line, besides the API key. */
    default List<String> otherSecrets() {
        return List.of();
    }

    /** Runs what may log, and asserts that neither its result nor the standard error has a secret. */
    default void assertNoSecret(Callable<String> action) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        String text;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            text = action.call();
        } finally {
            System.setErr(before);
        }
        String logged = log.toString(StandardCharsets.UTF_8);
        before.print(logged);
        Assertions.assertFalse(text.isEmpty(), "there is something to look at");
        for (String secret : otherSecrets()) {
            Assertions.assertFalse((text + logged).contains(secret), "a secret was printed");
        }
        String key = server().apiKey();
        Assertions.assertFalse(!key.isEmpty() && (text + logged).contains(key), "the API key was printed");
    }

    /** The failure with which this ends; fails if it ends well, or not at all. */
    static Throwable failureOf(CompletableFuture<?> future) throws InterruptedException {
        try {
            Object result = future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return Assertions.fail("expected a failure, got " + result);
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (TimeoutException e) {
            return Assertions.fail("neither result nor failure within " + LIMIT);
        }
    }

    /** The result of this; fails if there is none in time. */
    static <T> T resultOf(CompletableFuture<T> future) throws Exception {
        return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** The failure with its causes, as a log would print it. */
    static String chain(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** Waits until this is so. */
    static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            Assertions.assertTrue(System.nanoTime() - end < 0, "not within " + LIMIT + ": " + what);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** Stops the application and asserts that it ends soon and leaves no connection behind. */
    default void assertStopsPromptly() throws Exception {
        long begun = System.nanoTime();
        stopApplication();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Assertions.assertTrue(took.compareTo(PROMPT) < 0, "stopped after " + took);
        await("no connection is left", () -> server().loopback().openConnections() == 0);
    }
}
