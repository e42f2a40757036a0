/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.chatroutes.model.Auth.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers logins and refreshes as told, and remembers what it was asked. */
final class ScriptedTokens implements TokenCalls {

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Deque<CompletableFuture<Tokens>> answers = new ArrayDeque<>();
    private final boolean credentials;

    ScriptedTokens(boolean credentials) {
        this.credentials = credentials;
    }

    static Tokens tokens(int number, @Nullable Long seconds) {
        return new Tokens("access-" + number, "refresh-" + number, seconds, Map.of());
    }

    /** The next answer; complete it whenever it suits. */
    synchronized CompletableFuture<Tokens> next() {
        CompletableFuture<Tokens> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    @Override
    public boolean canLogin() {
        return credentials;
    }

    @Override
    public CompletableFuture<Tokens> login() {
        asked.add("login");
        return taken();
    }

    @Override
    public CompletableFuture<Tokens> refresh(String refreshToken) {
        asked.add("refresh " + refreshToken);
        return taken();
    }

    private synchronized CompletableFuture<Tokens> taken() {
        return answers.remove();
    }
}
