/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.PendingResponse;
import java.time.Duration;

/**
 * A run whose pieces of text are the times at which they were written, by the clock of this process.
 *
 * @param chunks pieces
 * @param between wait before each
 */
record StampedChunks(int chunks, Duration between) implements Fault.Response {

    @Override
    public void respond(PendingResponse pending) {
        more(pending, pending.responder().stream(200, "Content-Type", "text/event-stream"), 0);
    }

    private void more(PendingResponse pending, BodyStream stream, int seq) {
        if (seq == chunks) {
            stream.write("data: {\"type\":\"run.done\",\"seq\":" + seq + ",\"id\":\"run-1\",\"output\":\"\"}\n\n");
            stream.end();
        } else if (stream.open()) {
            pending.responder().after(between, () -> {
                stream.write("data: {\"type\":\"run.output_text.delta\",\"seq\":" + seq + ",\"delta\":\""
                        + System.nanoTime() + "\"}\n\n");
                more(pending, stream, seq + 1);
            });
        }
    }
}
