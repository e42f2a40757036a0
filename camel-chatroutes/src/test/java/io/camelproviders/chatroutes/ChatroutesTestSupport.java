/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.chatroutes.model.Auth.Session;
import io.camelproviders.chatroutes.model.Auth.Tokens;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A Camel context with the component on a fake service and short waits. */
final class ChatroutesTestSupport implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(30);

    final FakeChatroutesServer fake = FakeChatroutesServer.start();
    final DefaultCamelContext context = new DefaultCamelContext();
    final ChatroutesComponent component = new ChatroutesComponent();
    final ProducerTemplate template;

    ChatroutesTestSupport() {
        component.getConfiguration().setBaseUrl(fake.baseUrl());
        component.getConfiguration().setApiKey(FakeChatroutesServer.API_KEY);
        component.getConfiguration().setRetryDelay(20);
        component.getConfiguration().setMaxRetryDelay(100);
        context.addComponent("chatroutes", component);
        context.getShutdownStrategy().setTimeout(5);
        template = context.createProducerTemplate();
        context.start();
    }

    /** Makes calls carry a token instead of the key. */
    ChatroutesTestSupport bearer(@Nullable String email, @Nullable String password) {
        component.getConfiguration().setApiKey(null);
        component.getConfiguration().setAuthMode(AuthMode.BEARER);
        component.getConfiguration().setEmail(email);
        component.getConfiguration().setPassword(password);
        return this;
    }

    void routes(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
    }

    /** Sends and gives the exchange back, failed or not. */
    Exchange send(String uri, @Nullable Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    Exchange send(String uri, @Nullable Object body) {
        return send(uri, body, Map.of());
    }

    /** Sends and expects a result. */
    <T> T call(Class<T> type, String uri, @Nullable Object body) {
        Exchange exchange = send(uri, body);
        if (exchange.getException() != null) {
            throw new AssertionError(uri + " failed", exchange.getException());
        }
        return type.cast(exchange.getMessage().getBody());
    }

    /** Sends and expects a failure. */
    ProviderException failure(String uri, @Nullable Object body) {
        Exception failure = Objects.requireNonNull(send(uri, body).getException(), () -> uri + " did not fail");
        if (failure instanceof ProviderException known) {
            return known;
        }
        throw new AssertionError("not one of ours", failure);
    }

    Tokens login(String email, String password) {
        Session session = call(Session.class, "chatroutes:auth/login", Map.of("email", email, "password", password));
        return Objects.requireNonNull(session.tokens());
    }

    /** The next request. */
    Request next() {
        return fake.journal().takeRequest(SOON);
    }

    static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    @Override
    public void close() {
        context.stop();
        fake.close();
    }
}
