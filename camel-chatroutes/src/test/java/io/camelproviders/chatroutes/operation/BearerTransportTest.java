/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.chatroutes.model.Auth.Login;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BearerTransportTest {

    private static final Login LOGIN = new Login("a@example.org", "canary-password");

    private FakeChatroutesServer fake;
    private ClientTestSupport client;
    private String conversation;

    @BeforeEach
    void start() {
        fake = FakeChatroutesServer.start();
        fake.addAccount("a@example.org", "canary-password");
        client = ClientTestSupport.withLogin(fake, LOGIN);
        conversation = fake.addConversation("Trip");
    }

    @AfterEach
    void stop() {
        client.close();
        fake.close();
        assertThat(fake.loopback().failures()).isEmpty();
    }

    @Test
    void logsInBeforeTheFirstCallAndUsesTheToken() {
        client.call("auth/me", Map.of(), null);
        client.call("auth/me", Map.of(), null);

        assertThat(fake.journal().all())
                .extracting(Request::path)
                .containsExactly("/api/v1/auth/login", "/api/v1/auth/me", "/api/v1/auth/me");
        assertThat(fake.journal().all().get(0).header("Authorization")).isEmpty();
        assertThat(fake.journal().all().get(1).header("Authorization"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer ey"));
    }

    @Test
    void refreshesOnceForAHundredCallsWhoseTokenWasRefused() {
        client.call("auth/me", Map.of(), null);
        fake.expireAccessTokens();

        List<CompletableFuture<CallResult>> calls = IntStream.range(0, 100)
                .mapToObj(i -> client.send("auth/me", Map.of(), null))
                .toList();

        assertThat(calls)
                .allSatisfy(call ->
                        assertThat(ClientTestSupport.joined(call).value()).isNotNull());
        assertThat(fake.journal().count(request -> request.path().endsWith("/auth/refresh")))
                .isEqualTo(1);
        assertThat(fake.journal().count(request -> request.path().endsWith("/auth/login")))
                .isEqualTo(1);
    }

    @Test
    void sendsAWriteAgainUnderANewTokenAndStoresItOnce() {
        client.call("auth/me", Map.of(), null);
        fake.expireAccessTokens();

        client.call("messages/send", Map.of("conversationId", conversation), "Hi");

        assertThat(fake.messages(conversation)).hasSize(2);
    }

    @Test
    void logsInAgainWhenTheRefreshTokenIsGoneToo() {
        client.call("auth/me", Map.of(), null);
        fake.expireAccessTokens();
        fake.expireRefreshTokens();

        client.call("auth/me", Map.of(), null);

        assertThat(fake.journal().count(request -> request.path().endsWith("/auth/login")))
                .isEqualTo(2);
    }

    @Test
    void refreshesAheadOfTheEnd() {
        fake.tokenLifetime(Duration.ofSeconds(1));
        client.call("auth/me", Map.of(), null);
        fake.journal().clear();
        long begun = System.nanoTime();
        // A token of one second is renewed after nine tenths of it.
        while (System.nanoTime() - begun < 1_200_000_000L) {
            client.call("auth/me", Map.of(), null);
        }

        assertThat(fake.journal().count(request -> request.path().endsWith("/auth/refresh")))
                .isPositive();
        assertThat(fake.journal().count(request -> request.path().endsWith("/auth/login")))
                .isZero();
    }

    @Test
    void streamsUnderATokenAndOnceMoreAfterARefusal() {
        String first = client.stream(conversation, "One").text();
        fake.expireAccessTokens();
        String second = client.stream(conversation, "Two").text();

        assertThat(first).isEqualTo("You said: One");
        assertThat(second).isEqualTo("You said: Two");
        assertThat(fake.messages(conversation)).hasSize(4);
    }

    @Test
    void tellsWhyNoTokenCouldBeHadAndNoSecret() {
        try (ClientTestSupport wrong = ClientTestSupport.withLogin(fake, new Login("a@example.org", "canary-wrong"))) {
            assertThatThrownBy(() -> wrong.call("auth/me", Map.of(), null))
                    .isInstanceOfSatisfying(AuthenticationException.class, e -> {
                        assertThat(e).hasMessageContaining("Wrong address or password");
                        assertThat(e.toString() + e.details()).doesNotContain("canary-wrong");
                    });
            assertThatThrownBy(() -> wrong.stream(conversation, "Hi")).isInstanceOf(AuthenticationException.class);
        }
        // The second question did not try the wrong password again.
        assertThat(fake.journal().count(request -> request.path().endsWith("/auth/login")))
                .isEqualTo(1);
    }

    @Test
    void givesUpAfterOneNewToken() {
        client.call("auth/me", Map.of(), null);
        fake.faults().where(sent -> sent.request().path().endsWith("/auth/me")).times(10, Fault.respond(401));
        fake.journal().clear();

        assertThatThrownBy(() -> client.call("auth/me", Map.of(), null)).isInstanceOf(AuthenticationException.class);

        assertThat(fake.journal().count(request -> request.path().endsWith("/auth/me")))
                .isEqualTo(2);
    }
}
