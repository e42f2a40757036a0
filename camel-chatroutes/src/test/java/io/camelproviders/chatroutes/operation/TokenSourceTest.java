/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import static io.camelproviders.chatroutes.operation.ScriptedTokens.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.chatroutes.model.Auth.Tokens;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ServerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenSourceTest {

    private final SettableClock clock = new SettableClock();
    private final ScriptedTokens calls = new ScriptedTokens(true);
    private final TokenSource source = new TokenSource(calls, clock);

    @Test
    void logsInAtFirstUseAndKeepsTheToken() {
        calls.next().complete(tokens(1, 3_600L));

        assertThat(source.token()).isCompletedWithValue("access-1");
        assertThat(source.token()).isCompletedWithValue("access-1");
        assertThat(calls.asked).containsExactly("login");
    }

    @Test
    void buysANewTokenShortlyBeforeTheOldOneEnds() {
        source.hold(tokens(1, 3_600L));
        calls.next().complete(tokens(2, 3_600L));

        clock.forward(Duration.ofSeconds(3_569));
        CompletableFuture<String> before = source.token();
        clock.forward(Duration.ofSeconds(2));
        CompletableFuture<String> after = source.token();

        assertThat(before).isCompletedWithValue("access-1");
        assertThat(after).isCompletedWithValue("access-2");
        assertThat(calls.asked).containsExactly("refresh refresh-1");
    }

    @Test
    void isNotLoggedInAgainByARefreshThatALogoutOvertook() {
        // given
        source.hold(tokens(1, null));
        CompletableFuture<Tokens> refresh = calls.next();
        CompletableFuture<Tokens> login = calls.next();
        CompletableFuture<String> before = source.after("access-1");
        // when
        source.forget();
        refresh.complete(tokens(2, null));
        CompletableFuture<String> after = source.token();
        login.complete(tokens(3, null));
        // then
        assertThat(before).isCompletedWithValue("access-2");
        assertThat(after).isCompletedWithValue("access-3");
        assertThat(calls.asked).containsExactly("refresh refresh-1", "login");
    }

    @Test
    void keepsTokensThatWereHandedInWhileARefreshWasUnderWay() {
        // given
        source.hold(tokens(1, null));
        CompletableFuture<Tokens> refresh = calls.next();
        CompletableFuture<String> before = source.after("access-1");
        // when
        source.hold(tokens(5, null));
        refresh.complete(tokens(2, null));
        // then
        assertThat(before).isCompletedWithValue("access-2");
        assertThat(source.token()).isCompletedWithValue("access-5");
    }

    @Test
    void goesOnWithTheOldTokenWhileItCountsAndTheServiceIsDown() {
        source.hold(tokens(1, 3_600L));
        clock.forward(Duration.ofSeconds(3_580));
        calls.next().completeExceptionally(down());

        assertThat(source.token()).isCompletedWithValue("access-1");

        clock.forward(Duration.ofSeconds(60));
        calls.next().completeExceptionally(down());

        assertThat(source.token())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(ServerException.class);
    }

    @Test
    void makesOneRefreshForAHundredCallsAtOnce() throws Exception {
        source.hold(tokens(1, null));
        CompletableFuture<Tokens> answer = calls.next();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch asked = new CountDownLatch(100);

        List<CompletableFuture<String>> all = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 100; i++) {
            threads.execute(() -> {
                all.add(source.after("access-1"));
                asked.countDown();
            });
        }
        boolean allAsked = asked.await(30, TimeUnit.SECONDS);
        answer.complete(tokens(2, null));

        assertThat(allAsked).isTrue();
        assertThat(all).hasSize(100);
        assertThat(all)
                .allSatisfy(token ->
                        assertThat(token).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("access-2"));
        assertThat(calls.asked).containsExactly("refresh refresh-1");
        threads.shutdownNow();
    }

    @Test
    void takesTheTokenThatSomebodyElseHasFetchedMeanwhile() {
        source.hold(tokens(2, null));

        assertThat(source.after("access-1")).isCompletedWithValue("access-2");
        assertThat(calls.asked).isEmpty();
    }

    @Test
    void logsInAgainWhenTheRefreshTokenIsRefused() {
        source.hold(tokens(1, null));
        calls.next().completeExceptionally(refused());
        calls.next().complete(tokens(2, null));

        assertThat(source.after("access-1")).isCompletedWithValue("access-2");
        assertThat(calls.asked).containsExactly("refresh refresh-1", "login");
    }

    @Test
    void doesNotLogInWhenTheRefreshOnlyCouldNotBeAnswered() {
        source.hold(tokens(1, null));
        calls.next().completeExceptionally(down());

        assertThat(source.after("access-1")).isCompletedExceptionally();
        assertThat(calls.asked).containsExactly("refresh refresh-1");
    }

    @Test
    void keepsTheOldRefreshTokenWhereNoNewOneCame() {
        source.hold(tokens(1, null));
        calls.next().complete(new Tokens("access-2", null, null, Map.of()));
        calls.next().complete(tokens(3, null));

        assertThat(source.after("access-1")).isCompletedWithValue("access-2");
        assertThat(source.after("access-2")).isCompletedWithValue("access-3");
        assertThat(calls.asked).containsExactly("refresh refresh-1", "refresh refresh-1");
    }

    @Test
    void remembersARefusedLoginForAWhile() {
        calls.next().completeExceptionally(refused());
        assertThat(source.token()).isCompletedExceptionally();
        assertThat(source.token()).isCompletedExceptionally();
        assertThat(calls.asked).containsExactly("login");

        clock.forward(TokenSource.REFUSAL_REMEMBERED);
        calls.next().complete(tokens(1, null));

        assertThat(source.token()).isCompletedWithValue("access-1");
    }

    @Test
    void triesAgainAtOnceAfterAFailureThatIsNoRefusal() {
        calls.next().completeExceptionally(down());
        calls.next().complete(tokens(1, null));

        assertThat(source.token()).isCompletedExceptionally();
        assertThat(source.token()).isCompletedWithValue("access-1");
    }

    @Test
    void saysWhatToConfigureWhereThereIsNothingToLogInWith() {
        TokenSource bare = new TokenSource(new ScriptedTokens(false), clock);

        assertThat(bare.token())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(AuthenticationException.class)
                .withMessageContaining("configure");
    }

    @Test
    void refusesALoginWithoutAToken() {
        calls.next().complete(new Tokens(" ", null, null, Map.of()));

        assertThat(source.token())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(ProtocolException.class);
    }

    @Test
    void letsOneCallerGoWithoutEndingTheRequestForTheOthers() {
        CompletableFuture<Tokens> answer = calls.next();
        CompletableFuture<String> first = source.token();
        CompletableFuture<String> second = source.token();

        first.cancel(true);
        answer.complete(tokens(1, null));

        assertThat(second).isCompletedWithValue("access-1");
        assertThat(calls.asked).containsExactly("login");
    }

    @Test
    void logsInAnewAfterForgetting() {
        source.hold(tokens(1, null));
        source.forget();
        calls.next().complete(tokens(2, null));

        assertThat(source.token()).isCompletedWithValue("access-2");
    }

    @Test
    void neverPrintsAToken() {
        source.hold(tokens(1, 60L));

        assertThat(source.toString()).doesNotContain("access-1").doesNotContain("refresh-1");
        assertThat(TokenPair.of("access-1", "refresh-1", tokens(1, 60L), 0).toString())
                .doesNotContain("access-1")
                .doesNotContain("refresh-1");
    }

    private static AuthenticationException refused() {
        return new AuthenticationException(
                ErrorDetails.builder("no").status(401).build());
    }

    private static ServerException down() {
        return new ServerException(ErrorDetails.builder("down").status(503).build());
    }
}
