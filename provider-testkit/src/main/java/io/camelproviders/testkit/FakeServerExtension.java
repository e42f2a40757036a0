/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Runs a fake server for JUnit tests.
 *
 * <p>With {@code @ExtendWith} on a class, or {@code @RegisterExtension} on an instance field, each test gets a server of its own. With
 * {@code @RegisterExtension} on a static field, all tests of the class share one. Tests get the server as a parameter or from {@link
 * #server()}. A test during which the fake itself failed, fails.
 *
 * @param <S> the server
 */
public abstract class FakeServerExtension<S extends FakeServer>
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final Class<S> type;
    private final IntFunction<S> start;
    private final int port;
    private boolean perClass;
    private @Nullable S server;

    /**
     * Starts servers on this port.
     *
     * @param start starts a server on a port
     * @param port 0 for a free one
     */
    protected FakeServerExtension(Class<S> type, IntFunction<S> start, int port) {
        this.type = type;
        this.start = start;
        this.port = port;
    }

    /**
     * The server of the running test.
     *
     * @throws IllegalStateException if no test is running
     */
    public final S server() {
        if (server == null) {
            throw new IllegalStateException("The " + type.getSimpleName() + " runs during tests only");
        }
        return server;
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        perClass = isStaticFieldOf(context.getRequiredTestClass());
        if (perClass && server == null) {
            server = start.apply(port);
        }
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        if (server == null) {
            server = start.apply(port);
        }
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        if (!perClass) {
            stop();
        }
    }

    @Override
    public final void afterAll(ExtensionContext context) {
        stop();
    }

    private void stop() {
        S ended = server;
        server = null;
        if (ended != null) {
            ended.close();
            List<Throwable> failures = ended.loopback().failures();
            if (!failures.isEmpty()) {
                throw new AssertionError("The fake server failed: " + failures, failures.get(0));
            }
        }
    }

    private boolean isStaticFieldOf(Class<?> testClass) {
        for (Class<?> at = testClass; at != null; at = at.getSuperclass()) {
            if (Arrays.stream(at.getDeclaredFields()).anyMatch(this::isStaticFieldWithThis)) {
                return true;
            }
        }
        return false;
    }

    private boolean isStaticFieldWithThis(Field field) {
        if (!Modifier.isStatic(field.getModifiers()) || !field.isAnnotationPresent(RegisterExtension.class)) {
            return false;
        }
        try {
            field.setAccessible(true);
            return field.get(null) == this;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " is not accessible", e);
        }
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public final S resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server();
    }
}
