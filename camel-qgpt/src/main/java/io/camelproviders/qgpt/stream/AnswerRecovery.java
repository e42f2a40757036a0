/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.retry.Backoff;
import io.camelproviders.core.retry.RetrySafety;
import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
import io.camelproviders.qgpt.model.Conversations.ConversationMessages;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the answer to a question from its conversation, after the stream that it came on was lost. Looks several times,
 * for the server may still be writing: an answer counts once two looks in a row saw the same text, at least as long as
 * what had arrived. Never asks the question again.
 */
final class AnswerRecovery {

    /** The server's clock and ours are of one machine; its stamps may be rounded. */
    private static final Duration CLOCK_MARGIN = Duration.ofSeconds(2);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final SocketDependencies wiring;
    private final SocketSettings.Recovery settings;

    AnswerRecovery(SocketDependencies wiring, SocketSettings.Recovery settings) {
        this.wiring = wiring;
        this.settings = settings;
    }

    /** The whole text; null if it was not found in time. Never fails. */
    CompletableFuture<@Nullable String> look(PendingQuestion exchange) {
        Search search = new Search(exchange);
        search.look(settings.poll(), null);
        return search.found;
    }

    /** The answer to the last question that can be ours; empty if there is none yet. */
    static Optional<String> answer(ConversationMessages messages, @Nullable String query, Instant sent) {
        List<ConversationMessage> talk = messages.inOrder();
        for (int i = talk.size() - 1; i >= 0; i--) {
            ConversationMessage message = talk.get(i);
            if ("USER".equals(message.role())) {
                return ours(message, query, sent) ? answerIn(talk.subList(i + 1, talk.size())) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The question may never have been stored; then the last one is older and its answer not ours. */
    private static boolean ours(ConversationMessage question, @Nullable String query, Instant sent) {
        boolean late = question.created() == null
                || question.created()
                        .instant()
                        .map(created -> !created.isBefore(sent.minus(CLOCK_MARGIN)))
                        .orElse(true);
        boolean same = query == null
                || question.text().isEmpty()
                || question.text().strip().equals(query.strip());
        return late && same;
    }

    private static Optional<String> answerIn(List<ConversationMessage> after) {
        return after.stream()
                .filter(message ->
                        "SYSTEM".equals(message.role()) && !message.text().isEmpty())
                .map(ConversationMessage::text)
                .reduce((earlier, later) -> later);
    }

    private final class Search {

        private final CompletableFuture<@Nullable String> found = new CompletableFuture<>();
        private final String conversation;
        private final @Nullable String query;
        private final Instant sent;
        private final int least;
        private final long begun = wiring.scheduler().nanoTime();

        Search(PendingQuestion exchange) {
            this.conversation = exchange.conversation().orElse("");
            this.query = exchange.question().query();
            this.sent = Instant.ofEpochMilli(exchange.sentAt);
            this.least = exchange.partial().length();
        }

        void look(Backoff next, @Nullable String before) {
            CompletableFuture<?> unused = wiring.locator()
                    .locate()
                    .thenCompose(server -> wiring.http()
                            .call(HttpRequest.get(
                                    URI.create(server.base() + "/conversation/" + segment() + "/messages"),
                                    Timeouts.call(CONNECT, ANSWER),
                                    RetrySafety.SAFE,
                                    "qgpt:conversations/messages")))
                    .handle((response, thrown) -> read(response))
                    .thenAccept(text -> seen(next, before, text.orElse(null)));
        }

        private void seen(Backoff next, @Nullable String before, @Nullable String now) {
            if (now != null && now.length() >= least && now.equals(before)) {
                found.complete(now);
                return;
            }
            Duration spent = Duration.ofNanos(wiring.scheduler().nanoTime() - begun);
            if (spent.plus(next.base()).compareTo(settings.timeout()) > 0) {
                found.complete(null);
                return;
            }
            Scheduler.Scheduled unused = wiring.scheduler().schedule(next.delay(), () -> look(next.next(), now));
        }

        private Optional<String> read(@Nullable HttpResponse response) {
            if (response == null || !response.head().success()) {
                return Optional.empty();
            }
            try {
                return answer(wiring.json().read(response.body(), ConversationMessages.class), query, sent);
            } catch (ProviderException unreadable) {
                // The next look may see more; the bound is the timeout.
                return Optional.empty();
            }
        }

        private String segment() {
            return URLEncoder.encode(conversation, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace(".", "%2E");
        }
    }
}
