/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import java.io.PrintStream;
import java.util.Locale;

/** Tells on the standard output what happens, one line each. Thread-safe. */
final class EventLog {

    private final PrintStream out;
    private final long start = System.nanoTime();

    EventLog(PrintStream out) {
        this.out = out;
    }

    /** Something that somebody in a conversation did. */
    void tell(String who, String what) {
        out.println(String.format(Locale.ROOT, "%6.2f s  %-8s %s", (System.nanoTime() - start) / 1e9, who, what));
    }

    /** A line of its own. */
    void say(String line) {
        out.println(line);
    }
}
