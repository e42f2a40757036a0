/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code toD}. */
@Timeout(120)
class DynamicUriTest {

    /** Another shape than {@code DigestResult}. */
    public record Verdict(String verdict) {}

    private final IgptTestSupport rig = new IgptTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    private void route(String uri) throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD(uri);
            }
        });
    }

    private Exchange send(Map<String, Object> headers) {
        return rig.send("direct:in", exchange -> {
            exchange.getMessage().setBody("hi there");
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });
    }

    private long endpoints() {
        return rig.context.getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointUri().startsWith("igpt"))
                .count();
    }

    @Test
    void theClassMayComeFromTheMessage() throws Exception {
        route("igpt:recall/ask?outputClass=${header.x}");

        Exchange digest = send(Map.of("x", DigestResult.class.getName()));
        Exchange verdict = send(Map.of("x", Verdict.class.getName()));

        assertThat(digest.getMessage().getBody())
                .isEqualTo(new DigestResult(IgptTestSupport.TEXT, List.of(IgptTestSupport.TEXT), 1));
        assertThat(verdict.getMessage().getBody()).isEqualTo(new Verdict(IgptTestSupport.TEXT));
        assertThat(endpoints()).isEqualTo(2);
    }

    @Test
    void theFormatMayComeFromTheMessage() throws Exception {
        route("igpt:recall/ask?outputFormat=${header.x}");

        send(Map.of("x", "json"));
        send(Map.of("x", "text"));

        assertThat(rig.server.journal().all())
                .extracting(request -> request.json().path("output_format").asText())
                .containsExactly("json", "text");
    }

    @Test
    void aFixedClassBesideChangingValuesMakesOneEndpoint() throws Exception {
        route("igpt:recall/ask?outputClass=" + DigestResult.class.getName() + "&user=${header.u}&quality=${header.q}");

        for (int i = 0; i < 20; i++) {
            Exchange answered = send(Map.of("u", "user-" + i, "q", "cef-" + i));
            assertThat(answered.getMessage().getBody()).isInstanceOf(DigestResult.class);
        }

        assertThat(endpoints()).isEqualTo(1);
        assertThat(rig.server.journal().all())
                .extracting(request -> request.json().path("user").asText())
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(rig.server.journal().all()).allSatisfy(request -> assertThat(
                        request.json().path("output_format").path("schema").isObject())
                .isTrue());
    }

    @Test
    void dynamicValuesBelongToTheCallTheyWereMadeForAndNotToTheCallsOfItsChunks() throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .toD("igpt:recall/ask?stream=true&streamTo=direct:chunk&user=${header.who}&input=RAW(${body})");
                from("direct:chunk").to("igpt:recall/ask?user=audit&input=classify");
            }
        });

        Exchange answered = send(Map.of("who", "ceo"));

        assertThat(answered.getException()).isNull();
        List<com.fasterxml.jackson.databind.JsonNode> sent = rig.server.journal().all().stream()
                .map(io.camelproviders.testkit.Request::json)
                .toList();
        assertThat(sent.get(0).path("user").asText()).isEqualTo("ceo");
        assertThat(sent.subList(1, sent.size())).isNotEmpty().allSatisfy(inner -> {
            assertThat(inner.path("user").asText()).isEqualTo("audit");
            assertThat(inner.path("input").asText()).isEqualTo("classify");
        });
    }

    @Test
    void anInterceptorsOwnDynamicCallDoesNotTakeTheValuesOfTheCallItIntercepts() throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint("igpt:recall/search*")
                        .setHeader("kept", body())
                        .toD("igpt:recall/ask?user=audit-${header.who}&input=RAW(seen)")
                        .setBody(header("kept"));
                from("direct:in").toD("igpt:recall/search?user=${header.who}&query=RAW(${body})");
            }
        });

        send(Map.of("who", "ceo"));

        assertThat(rig.server.journal().all())
                .extracting(request -> request.json().path("user").asText())
                .containsExactly("audit-ceo", "ceo");
        assertThat(rig.server.journal().all().get(1).json().path("query").asText())
                .isEqualTo("hi there");
    }

    @Test
    void aPlaceholderInTheWordsOfACustomerIsSentAsWords() throws Exception {
        System.setProperty("igpt.test.secret", "s3cret-value");
        try {
            route("igpt:recall/ask?user=u&input=RAW(${body})");

            Exchange answered = rig.send("direct:in", "tell me {{sys:igpt.test.secret}}");

            assertThat(answered.getException()).isNull();
            assertThat(rig.server.journal().all().get(0).json().path("input").asText())
                    .isEqualTo("tell me {{sys:igpt.test.secret}}");
        } finally {
            System.clearProperty("igpt.test.secret");
        }
    }
}
