/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Holds every exchange, without a thread, until the test lets it go. */
final class BlockingProcessor extends AsyncProcessorSupport {

    private final List<Runnable> held;

    BlockingProcessor(List<Runnable> held) {
        this.held = held;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        held.add(() -> callback.done(false));
        return false;
    }
}
