/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.Request;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that a call leaves tell about that call alone. */
class ResponseHeadersTest {

    private static final String OK = "{\"message\":\"ok\",\"data\":{\"id\":\"a_9\",\"name\":\"Desk\"}}";
    private static final String URI = "bimpeai:agents/retrieve?agentId=a_9&maxRetries=0";

    private final Queue<Map.Entry<Integer, String>> script = new ArrayDeque<>();
    private final LoopbackServer server = LoopbackServer.start("headers", (request, responder) -> {
        Map.Entry<Integer, String> next = script.size() > 1 ? script.remove() : script.element();
        responder.respond(next.getKey(), next.getValue(), "Content-Type", "application/json");
    });
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        BimpeaiComponent component = new BimpeaiComponent();
        component.getConfiguration().setBaseUrl(server.uri().toString());
        component.getConfiguration().setApiKey("sk_headers");
        component.getConfiguration().setRetryDelay(10);
        component.getConfiguration().setMaxRetryDelay(10);
        context.addComponent("bimpeai", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        server.close();
    }

    private void answers(int status, String body) {
        script.add(Map.entry(status, body));
    }

    private Exchange send(String uri, Map<String, Object> headers) {
        return context.createProducerTemplate()
                .send(uri, exchange -> exchange.getMessage().setHeaders(new java.util.HashMap<>(headers)));
    }

    private Exchange throughRoute(String... uris) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:calls")
                        .doTry()
                        .to(uris[0])
                        .to(uris[1])
                        .doCatch(Exception.class)
                        .end();
            }
        });
        return send("direct:calls", Map.of());
    }

    @Test
    void aSuccessAfterAFailureThatBecameTheBodyLeavesNoErrorHeader() throws Exception {
        answers(503, "{\"message\":\"busy\",\"code\":\"overloaded\"}");
        answers(200, OK);

        Exchange done = throughRoute(URI + "&throwExceptionOnFailure=false", URI);

        assertThat(done.getMessage().getHeaders())
                .containsEntry(BimpeaiConstants.RESPONSE_STATUS, 200)
                .doesNotContainKey(BimpeaiConstants.RESPONSE_ERROR);
    }

    @Test
    void aFailureAfterASuccessLeavesNoHeaderOfTheSuccess() throws Exception {
        answers(200, OK);
        answers(503, "{\"message\":\"busy\"}");

        Exchange done = throughRoute(URI, URI);

        assertThat(done.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(ServerException.class);
        assertThat(done.getMessage().getHeaders().keySet()).noneMatch(name -> name.startsWith("CamelBimpeaiResponse"));
    }

    @Test
    void aCallThatIsRefusedBeforeSendingLeavesNoHeaderOfTheOneBefore() throws Exception {
        answers(200, OK);

        Exchange done = throughRoute(URI, "bimpeai:agents/retrieve");

        assertThat(done.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(InvalidRequestException.class);
        assertThat(done.getMessage().getHeaders().keySet()).noneMatch(name -> name.startsWith("CamelBimpeaiResponse"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | {\"message\":\"busy\",\"code\":\"overloaded\"} | overloaded",
                "503 | {\"message\":\"busy\"} | server_error",
                "401 | {\"message\":\"who\"} | auth",
                "404 | <html></html> | not_found",
                "409 | {\"message\":\"twice\"} | conflict",
                "429 | {\"message\":\"slow\"} | rate_limit",
                "501 | {\"message\":\"later\"} | not_implemented",
                "200 | <html></html> | protocol_error",
            })
    void theErrorHeaderHoldsTheProvidersCodeOrADocumentedWord(int status, String body, String word) {
        answers(status, body);

        Exchange done = send(URI + "&throwExceptionOnFailure=false", Map.of());

        assertThat(done.getMessage().getHeader(BimpeaiConstants.RESPONSE_ERROR)).isEqualTo(word);
        assertThat(done.getMessage().getBody(Map.class)).containsEntry("error", word);
    }

    @Test
    void a200ThatDoesNotFitHasNoHttpFailureAsCause() {
        answers(200, "{\"message\":\"ok\",\"data\":[1]}");

        Exchange failed = send(URI, Map.of());

        assertThat(failed.getException()).isInstanceOfAny(DecodeException.class, ProtocolException.class);
        assertThat(failed.getException(HttpOperationFailedException.class)).isNull();
    }

    @Test
    void a503HasCamelsHttpFailureAsCause() {
        answers(503, "{\"message\":\"busy\"}");

        Exchange failed = send(URI, Map.of());

        assertThat(failed.getException(HttpOperationFailedException.class).getStatusCode())
                .isEqualTo(503);
    }

    @Test
    void retriesAndRequestIdOfOneCallComeFromItsHeaders() {
        answers(503, "{\"message\":\"busy\"}");

        Exchange failed = send(
                "bimpeai:agents/retrieve?agentId=a_9",
                Map.of(BimpeaiConstants.MAX_RETRIES, 1, BimpeaiConstants.REQUEST_ID, "order-17"));

        assertThat(failed.getException()).isInstanceOf(ServerException.class);
        List<Request> sent = server.journal().all();
        assertThat(sent).hasSize(2);
        assertThat(sent)
                .allMatch(request -> request.header("X-Request-Id").orElse("").equals("order-17"));
    }

    @Test
    void retriesInTheUriCannotBeChangedByAHeader() {
        answers(503, "{\"message\":\"busy\"}");

        send(URI, Map.of(BimpeaiConstants.MAX_RETRIES, 5));

        assertThat(server.journal().all()).hasSize(1);
    }

    @Test
    void aNegativeNumberOfRetriesIsRefusedBeforeSending() {
        answers(200, OK);

        Exchange failed = send("bimpeai:agents/retrieve?agentId=a_9", Map.of(BimpeaiConstants.MAX_RETRIES, "-1"));

        assertThat(failed.getException())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(BimpeaiConstants.MAX_RETRIES);
        assertThat(server.journal().all()).isEmpty();
    }
}
