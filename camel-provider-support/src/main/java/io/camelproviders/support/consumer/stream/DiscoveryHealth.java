/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.support.observability.ConsumerIssue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether discovery works: its last look, what fails, what the list holds that is no stream. Thread-safe. */
final class DiscoveryHealth {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);
    private static final Duration OUTAGE = Duration.ofSeconds(60);
    private static final int LOOKS_MISSED = 3;
    private static final int REMEMBERED_ITEMS = 100;
    private static final int TEXT = 200;

    private final String consumer;
    private final BiConsumer<String, Throwable> report;
    private final Scheduler scheduler;
    private final Duration delay;

    /** Guards the fields below; nothing foreign runs under it. */
    private final Object lock = new Object();

    private final Map<String, Failure> failures = new LinkedHashMap<>();
    private final Set<String> malformed = new LinkedHashSet<>();
    private @Nullable Long lastLook;

    private record Failure(String text, boolean keyRefused) {}

    /** @param report takes what the consumer's exception handler is to be told */
    DiscoveryHealth(String consumer, BiConsumer<String, Throwable> report, Scheduler scheduler, Duration delay) {
        this.consumer = consumer;
        this.report = report;
        this.scheduler = scheduler;
        this.delay = delay;
    }

    /** Discovery begins to look. */
    void begins() {
        looked();
    }

    /** A look or a sweep has ended. */
    void looked() {
        synchronized (lock) {
            lastLook = scheduler.nanoTime();
        }
    }

    /** The provider has answered. */
    void works(String what) {
        Failure before;
        synchronized (lock) {
            before = failures.remove(what);
            lastLook = scheduler.nanoTime();
        }
        if (before != null) {
            LOG.info("{} can read {} again", consumer, what);
        }
    }

    /** One line and one report per outage. */
    void fails(String what, Throwable failure) {
        boolean refused = failure instanceof ProviderException told
                && told.details().fromProvider()
                && (told.status() == 401 || told.status() == 403);
        String text = what + " cannot be read: " + LogText.oneLine(String.valueOf(failure.getMessage()), TEXT);
        boolean first;
        synchronized (lock) {
            first = failures.put(what, new Failure(text, refused)) == null;
        }
        if (first) {
            LOG.warn("{}: {}; trying again every {} s", consumer, text, Math.max(1, delay.toSeconds()));
            report.accept(what + " cannot be read", failure);
        }
    }

    /** The list holds something that is no stream; it is skipped, and reported once. */
    void malformed(String item) {
        String text = LogText.oneLine(item, TEXT);
        synchronized (lock) {
            if (malformed.size() >= REMEMBERED_ITEMS || !malformed.add(text)) {
                return;
            }
        }
        String what = "an item of the list of streams cannot be read and is skipped";
        LOG.warn("{}: {}", consumer, what);
        report.accept(
                what, new DecodeException(ErrorDetails.builder(what).body(text).build()));
    }

    /** How long ago the provider answered last; empty before discovery begins. */
    Optional<Duration> age() {
        synchronized (lock) {
            return Optional.ofNullable(lastLook)
                    .map(looked -> Duration.ofNanos(Math.max(0, scheduler.nanoTime() - looked)));
        }
    }

    /** What is wrong; an operator must act when streams have not been looked for in a while, or the key is refused. */
    Optional<ConsumerIssue> issue() {
        Duration age = age().orElse(Duration.ZERO);
        boolean late = age.compareTo(OUTAGE.plus(delay.multipliedBy(LOOKS_MISSED))) > 0;
        synchronized (lock) {
            Optional<Failure> worst = failures.values().stream()
                    .max((one, other) -> Boolean.compare(one.keyRefused(), other.keyRefused()));
            if (worst.isEmpty() && !late) {
                return Optional.empty();
            }
            String text = worst.map(Failure::text).orElse("no look for new streams has ended");
            return Optional.of(new ConsumerIssue(
                    "discovery",
                    late ? text + " (for " + age.toSeconds() + " s)" : text,
                    late || worst.filter(Failure::keyRefused).isPresent()));
        }
    }
}
