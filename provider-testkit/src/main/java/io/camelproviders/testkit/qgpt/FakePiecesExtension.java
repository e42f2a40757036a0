/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A fresh {@link FakePiecesServer} for each test, as a field with {@code @RegisterExtension} or as a parameter with
 * {@code @ExtendWith}.
 */
public final class FakePiecesExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private @Nullable FakePiecesServer server;

    /** The server of this test. */
    public FakePiecesServer server() {
        FakePiecesServer running = server;
        if (running == null) {
            throw new IllegalStateException("There is a server only while a test runs");
        }
        return running;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakePiecesServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return start();
    }

    private FakePiecesServer start() {
        if (server == null) {
            server = FakePiecesServer.start();
        }
        return server;
    }
}
