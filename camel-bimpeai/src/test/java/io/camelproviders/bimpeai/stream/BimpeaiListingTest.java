/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.bimpeai.operation.BimpeaiProtocol;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.BaseUrl;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.support.component.StreamListing;
import io.camelproviders.support.component.StreamListing.Order;
import io.camelproviders.support.component.StreamListing.Page;
import io.camelproviders.support.component.StreamListing.Presence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of conversations as discovery reads it, over scripted responses. */
class BimpeaiListingTest {

    private final ArrayDeque<HttpResponse> responses = new ArrayDeque<>();
    private final List<String> targets = new ArrayList<>();

    /** Answers each call with the next response. */
    private final HttpTransport transport = new HttpTransport() {
        @Override
        public CompletableFuture<HttpResponse> call(HttpRequest request) {
            targets.add(request.uri().toString());
            return CompletableFuture.completedFuture(responses.remove());
        }

        @Override
        public StreamConnection open(HttpRequest request, StreamListener listener) {
            throw new UnsupportedOperationException("no stream is opened here");
        }
    };

    private StreamListing listing(Map<String, String> filters) {
        OperationClient client = new OperationClient(
                transport,
                new BimpeaiProtocol("sk_test", "test", Json.standard()),
                Json.standard(),
                new OperationClient.Settings(
                        BaseUrl.parse("http://127.0.0.1:1", false),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        false,
                        Secrets.of()));
        Timeouts timeouts = Timeouts.call(Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new BimpeaiStreams("a1", filters, client, client, Runnable::run, timeouts, 1_000, 1_000).listing();
    }

    private void respond(int status, String body) {
        responses.add(new HttpResponse(
                new ResponseHead(status, List.of(new HttpHeader("Content-Type", "application/json"))),
                body.getBytes(StandardCharsets.UTF_8),
                1));
    }

    private Page page(String data) {
        respond(
                200,
                "{\"message\":\"ok\",\"data\":" + data
                        + ",\"meta\":{\"total_count\":7,\"current_page\":1,\"has_next_page\":true}}");
        return listing(Map.of()).page(Order.OLDEST_FIRST, 1, 100).join();
    }

    @Test
    void skipsItemsThatAreNoConversationsAndKeepsTheRest() {
        Page page = page("[{\"id\":\"c1\"},{\"id\":null},{},[],null,7,{\"id\":\"\"},{\"id\":{}},{\"id\":\"c3\"}]");

        assertThat(page.keys()).containsExactly("c1", "c3");
        assertThat(page.malformed()).hasSize(7);
        assertThat(page.more()).isTrue();
        assertThat(page.total()).isEqualTo(7);
    }

    @Test
    void asksInTheOrderOfCreationWithTheFilters() {
        respond(200, "{\"message\":\"ok\",\"data\":[]}");
        listing(Map.of("channel", "whatsapp", "search", "a b"))
                .page(Order.NEWEST_FIRST, 2, 100)
                .join();

        assertThat(targets)
                .containsExactly("http://127.0.0.1:1/api/v1/console/agents/a1/conversations"
                        + "?page=2&limit=100&search=a+b&sort=-created_at&channel=whatsapp");
    }

    @Test
    void tellsWhetherTheConsoleSorts() {
        String older = "{\"id\":\"c1\",\"created_at\":\"2026-01-01T00:00:00.000Z\"}";
        String newer = "{\"id\":\"c2\",\"created_at\":\"2026-01-02T00:00:00.000Z\"}";

        assertThat(page("[" + older + "," + newer + "]").sorted()).isTrue();
        assertThat(page("[" + newer + "," + older + "]").sorted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "channel,whatsapp,false",
        "is_test_channel,true,false",
        "needs_attention,true,true",
        "is_ai_chat_paused,false,true",
        "search,x,true"
    })
    void knowsWhichFiltersCanChange(String filter, String value, boolean canChange) {
        assertThat(listing(Map.of(filter, value)).filtersCanChange()).isEqualTo(canChange);
    }

    @ParameterizedTest
    @CsvSource({
        "needs_attention,true,PRESENT",
        "needs_attention,false,GONE",
        "channel,whatsapp,GONE",
        "channel,test_webchat,PRESENT",
        "is_ai_chat_paused,true,PRESENT"
    })
    void comparesAConversationWithTheFilters(String filter, String value, Presence presence) {
        respond(
                200,
                "{\"message\":\"ok\",\"data\":{\"id\":\"c1\",\"needs_attention\":true,\"channel_type\":\"webchat\","
                        + "\"is_test_channel\":true}}");

        assertThat(listing(Map.of(filter, value)).presence("c1").join()).isEqualTo(presence);
    }

    @Test
    void believesA404OfTheConsoleOnly() {
        respond(404, "{\"message\":\"Resource not found\",\"code\":\"not_found\"}");
        assertThat(listing(Map.of()).presence("c1").join()).isEqualTo(Presence.GONE);

        respond(404, "<html>no backend</html>");
        assertThat(listing(Map.of()).presence("c1")).isCompletedExceptionally();

        respond(503, "{\"message\":\"down\",\"code\":\"internal_server_error\"}");
        assertThat(listing(Map.of()).presence("c1")).isCompletedExceptionally();
    }

    @Test
    void leavesTheJudgementOfASearchToTheList() {
        assertThat(listing(Map.of("search", "x")).presence("c1").join()).isEqualTo(Presence.GONE);
        assertThat(targets).isEmpty();
    }
}
