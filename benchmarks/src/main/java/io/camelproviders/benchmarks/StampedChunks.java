/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.benchmarks;

import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.igpt.IgptBehaviour;
import io.camelproviders.testkit.igpt.IgptExchange;
import java.time.Duration;

/**
 * A run whose pieces of text are the times at which they were written, by the clock of this process.
 *
 * @param chunks pieces
 * @param between wait before each
 */
record StampedChunks(int chunks, Duration between) implements IgptBehaviour {

    @Override
    public void answer(IgptExchange exchange) {
        more(exchange, exchange.responder().stream(200, "Content-Type", "text/event-stream"), 0);
    }

    private void more(IgptExchange exchange, BodyStream stream, int seq) {
        if (seq == chunks) {
            stream.write("data: {\"type\":\"run.done\",\"seq\":" + seq + ",\"id\":\"run-1\",\"output\":\"\"}\n\n");
            stream.end();
        } else if (stream.open()) {
            exchange.responder().after(between, () -> {
                stream.write("data: {\"type\":\"run.output_text.delta\",\"seq\":" + seq + ",\"delta\":\""
                        + System.nanoTime() + "\"}\n\n");
                more(exchange, stream, seq + 1);
            });
        }
    }
}
