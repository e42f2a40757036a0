/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.chatroutes.model.Auth.User;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.testkit.Request;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The token that a login brings, as routes see it. */
class BearerTest {

    private static final String EMAIL = "a@example.org";
    private static final String PASSWORD = "canary-password";
    private static final String ME = "chatroutes:auth/me";

    private ChatroutesTestSupport rig;
    private String conversation;

    @BeforeEach
    void start() {
        rig = new ChatroutesTestSupport().bearer(EMAIL, PASSWORD);
        rig.fake.addAccount(EMAIL, PASSWORD);
        rig.fake.addAccount("b@example.org", "other-password");
        conversation = rig.fake.addConversation("Trip");
    }

    @AfterEach
    void stop() {
        rig.close();
        assertThat(rig.fake.loopback().failures()).isEmpty();
    }

    private int logins() {
        return rig.fake.journal().count(request -> request.path().endsWith("/auth/login"));
    }

    private int refreshes() {
        return rig.fake.journal().count(request -> request.path().endsWith("/auth/refresh"));
    }

    @Test
    void logsInOnceForAllEndpointsOfTheComponent() {
        rig.call(User.class, ME, null);
        rig.call(SendResult.class, "chatroutes:messages/send?conversationId=" + conversation, "Hi");

        assertThat(logins()).isEqualTo(1);
        List<Request> requests = rig.fake.journal().all();
        assertThat(requests.get(0).header("Authorization")).isEmpty();
        assertThat(requests.get(1).header("Authorization"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer "));
        assertThat(requests.get(2).header("Authorization"))
                .isEqualTo(requests.get(1).header("Authorization"));
    }

    @Test
    void refreshesOnceForAHundredCallsAtOnce() throws Exception {
        rig.call(User.class, ME, null);
        rig.fake.expireAccessTokens();
        Endpoint me = rig.context.getEndpoint(ME);

        List<CompletableFuture<Exchange>> calls = IntStream.range(0, 100)
                .mapToObj(i -> rig.template.asyncSend(
                        me, exchange -> exchange.getMessage().setBody(null)))
                .toList();

        for (CompletableFuture<Exchange> call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS).getException()).isNull();
        }
        assertThat(refreshes()).isEqualTo(1);
        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void storesAMessageOnceThoughItsTokenHadEnded() {
        rig.call(User.class, ME, null);
        rig.fake.expireAccessTokens();

        rig.call(SendResult.class, "chatroutes:messages/send?conversationId=" + conversation, "Hi");

        assertThat(rig.fake.messages(conversation)).hasSize(2);
    }

    @Test
    void forgetsTheTokenAfterALogout() {
        rig.call(User.class, ME, null);
        rig.send("chatroutes:auth/logout", null);
        rig.call(User.class, ME, null);

        assertThat(logins()).isEqualTo(2);
        assertThat(refreshes()).isZero();
    }

    @Test
    void usesTheTokenThatARouteHasLoggedInFor() {
        rig.bearer(null, null);

        ProviderException before = rig.failure(ME, null);
        rig.login("b@example.org", "other-password");
        User me = rig.call(User.class, ME, null);

        assertThat(before).isInstanceOf(AuthenticationException.class).hasMessageContaining("no bearer token");
        assertThat(me.email()).isEqualTo("b@example.org");
        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void keepsTheConfiguredLoginApartFromSomebodyElses() {
        rig.login("b@example.org", "other-password");

        assertThat(rig.call(User.class, ME, null).email()).isEqualTo(EMAIL);
    }

    @Test
    void saysNoSecretWhereTheLoginIsRefused() {
        rig.bearer(EMAIL, "canary-wrong");

        ProviderException failure = rig.failure(ME, null);
        rig.failure("chatroutes:conversations/list", null);

        assertThat(failure).isInstanceOf(AuthenticationException.class);
        assertThat(failure.toString() + failure.details() + failure.getCause()).doesNotContain("canary");
        // A wrong password is not tried again by every call.
        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void printsNoTokenOrPassword() {
        Endpoint endpoint = rig.context.getEndpoint(
                "chatroutes:auth/me?authMode=bearer&email=" + EMAIL + "&password=RAW(canary-uri)");
        rig.fake.addAccount("c@example.org", "canary-password");

        String printed = endpoint + " "
                + rig.component.account((ChatroutesEndpoint) endpoint)
                + ((ChatroutesEndpoint) endpoint).accountKey()
                + rig.login("c@example.org", "canary-password");

        assertThat(printed).doesNotContain("canary").doesNotContain("eyJ");
    }

    @Test
    void takesTheModeInAnySpelling() {
        for (String mode : List.of("bearer", "BEARER", "apiKey", "API_KEY", "api-key")) {
            ChatroutesEndpoint endpoint =
                    rig.context.getEndpoint("chatroutes:auth/me?apiKey=key&authMode=" + mode, ChatroutesEndpoint.class);
            assertThat(endpoint.getConfiguration().getAuthMode())
                    .isEqualTo(
                            mode.toLowerCase(java.util.Locale.ROOT).startsWith("b")
                                    ? AuthMode.BEARER
                                    : AuthMode.API_KEY);
        }
    }

    @Test
    void wantsAddressAndPasswordOrNeither() {
        rig.bearer(EMAIL, null);

        assertThatThrownBy(() -> rig.context.getEndpoint(ME)).hasStackTraceContaining("password is missing");
    }

    @Test
    void logsInAnewAfterARestartOfTheContext() {
        rig.call(User.class, ME, null);
        rig.context.stop();
        rig.context.addComponent("chatroutes", rig.component);
        rig.context.start();
        Object me = rig.context.createProducerTemplate().requestBody(ME, (Object) null);

        assertThat(((User) me).email()).isEqualTo(EMAIL);
        assertThat(logins()).isEqualTo(2);
    }
}
