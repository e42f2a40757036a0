/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A fresh {@link FakeBimpeaiServer} for each test, as a field with {@code @RegisterExtension} ({@link #fake()}) or as a test parameter. A test
 * during which the fake itself failed fails.
 */
public final class FakeBimpeaiExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private @Nullable FakeBimpeaiServer fake;

    /** The server of the running test. */
    public FakeBimpeaiServer fake() {
        if (fake == null) {
            throw new IllegalStateException("The fake runs during a test only");
        }
        return fake;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        fake = FakeBimpeaiServer.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FakeBimpeaiServer ended = fake();
        fake = null;
        ended.close();
        if (!ended.server().failures().isEmpty()) {
            throw new AssertionError(
                    "The fake failed: " + ended.server().failures(),
                    ended.server().failures().get(0));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeBimpeaiServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return fake();
    }
}
