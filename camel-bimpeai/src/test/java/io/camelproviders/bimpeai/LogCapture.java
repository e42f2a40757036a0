/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Everything that is logged or printed to the error stream while it is open; our own loggers write at TRACE. */
final class LogCapture implements AutoCloseable {

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private final boolean printAtTheEnd;

    LogCapture() {
        this(true);
    }

    /** With {@code false} for a test whose log is too much to be kept. */
    LogCapture(boolean printAtTheEnd) {
        this.printAtTheEnd = printAtTheEnd;
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** A failure with its causes, its suppressed ones and its own texts, as a log would print it. */
    static String chain(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        for (Throwable one = failure; one != null; one = one.getCause()) {
            text.append('\n').append(one.toString()).append(' ').append(String.valueOf(one.getLocalizedMessage()));
        }
        return text.toString();
    }

    @Override
    public void close() {
        System.setErr(before);
        if (printAtTheEnd) {
            before.print(text());
        }
    }
}
