/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** JUnit extension: a {@link FakeChatroutesServer} of its own for each test, as a parameter; closed after the test. */
public final class FakeChatroutes implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(FakeChatroutes.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(SPACE).put(FakeChatroutesServer.class, FakeChatroutesServer.start());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FakeChatroutesServer fake =
                context.getStore(SPACE).remove(FakeChatroutesServer.class, FakeChatroutesServer.class);
        if (fake != null) {
            fake.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeChatroutesServer.class;
    }

    @Override
    public FakeChatroutesServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(SPACE).get(FakeChatroutesServer.class, FakeChatroutesServer.class);
    }
}
