/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh {@link FakeIgptServer} for each test; a failure inside the server fails the test. Use with {@code @RegisterExtension}. */
public final class FakeIgptExtension implements BeforeEachCallback, AfterEachCallback {

    private @Nullable FakeIgptServer server;

    /** The server of the running test. */
    public FakeIgptServer server() {
        if (server == null) {
            throw new IllegalStateException("The fake server lives during a test only");
        }
        return server;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server = FakeIgptServer.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FakeIgptServer running = server();
        server = null;
        running.close();
        if (!running.server().failures().isEmpty()) {
            throw new AssertionError(
                    "The fake server failed", running.server().failures().get(0));
        }
    }
}
