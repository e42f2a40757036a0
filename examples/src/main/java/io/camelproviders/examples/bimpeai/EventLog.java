/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import java.io.PrintStream;
import java.util.Locale;

/** Prints what happens to standard output, one line each. Thread-safe. */
final class EventLog {

    private final PrintStream out;
    private final long start = System.nanoTime();

    EventLog(PrintStream out) {
        this.out = out;
    }

    /** Prints an event of a conversation, with the time since the start. */
    void event(String who, String what) {
        out.println(String.format(Locale.ROOT, "%6.2f s  %-8s %s", (System.nanoTime() - start) / 1e9, who, what));
    }

    /** Prints a line. */
    void line(String line) {
        out.println(line);
    }
}
