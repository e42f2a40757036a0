/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What some asks took one process.
 *
 * @param asks how many
 * @param wallNanos from the first to the last answer
 * @param cpuNanos of all threads of the process, those of the compiler and the collector included
 * @param threads most Java threads at a time
 * @param allocated bytes
 * @param wrong answers that failed or were not the right ones
 */
record AskCost(int asks, long wallNanos, long cpuNanos, int threads, long allocated, int wrong) {

    static final AskCost NONE = new AskCost(0, 0, 0, 0, 0, 0);

    /** As it travels between processes. */
    String line() {
        return asks + " " + wallNanos + " " + cpuNanos + " " + threads + " " + allocated + " " + wrong;
    }

    static AskCost of(List<String> words) {
        return new AskCost(
                Integer.parseInt(words.get(0)),
                Long.parseLong(words.get(1)),
                Long.parseLong(words.get(2)),
                Integer.parseInt(words.get(3)),
                Long.parseLong(words.get(4)),
                Integer.parseInt(words.get(5)));
    }

    AskCost plus(AskCost more) {
        return new AskCost(
                asks + more.asks,
                wallNanos + more.wallNanos,
                cpuNanos + more.cpuNanos,
                Math.max(threads, more.threads),
                allocated + more.allocated,
                wrong + more.wrong);
    }

    double wallRatio(AskCost other) {
        return (double) wallNanos / other.wallNanos;
    }

    double cpuRatio(AskCost other) {
        return (double) cpuNanos / other.cpuNanos;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%6d asks  %7.0f ms  %6.0f/s  CPU %7.0f ms, %5.0f us an ask  %4d threads  %5.1f KiB allocated an ask%s",
                asks,
                wallNanos / 1e6,
                asks / (wallNanos / 1e9),
                cpuNanos / 1e6,
                cpuNanos / 1e3 / asks,
                threads,
                allocated / 1024.0 / asks,
                wrong == 0 ? "" : "  " + wrong + " WRONG");
    }
}
