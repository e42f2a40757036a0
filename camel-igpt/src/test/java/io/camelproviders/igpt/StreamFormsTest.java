/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.igpt.stream.IgptEvent;
import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The provider does not specify its streams; whatever either of its libraries takes for data reaches the route, once and in order. */
@Timeout(120)
class StreamFormsTest {

    private static final Map<String, Object> A = Map.of("delta", "a");
    private static final Map<String, Object> B = Map.of("delta", "b");

    private final IgptTestSupport rig = new IgptTestSupport();
    private final List<Object> chunks = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        rig.close();
    }

    private static Arguments form(String name, String body, @Nullable Object... chunks) {
        return Arguments.of(name, body, Arrays.asList(chunks));
    }

    static Stream<Arguments> forms() {
        String a = "{\"delta\":\"a\"}";
        String b = "{\"delta\":\"b\"}";
        return Stream.of(
                form("data with a blank", "data: " + a + "\n\ndata: " + b + "\n\n", A, B),
                form("data without a blank", "data:" + a + "\n\ndata:" + b + "\n\n", A, B),
                form("no empty lines between", "data: " + a + "\ndata: " + b + "\n", A, B),
                form("bare lines", a + "\n" + b + "\n", A, B),
                form("bare and data mixed", a + "\ndata: " + b + "\n\n", A, B),
                form("last line without an end", "data: " + a + "\n\ndata: " + b, A, B),
                form("last bare line without an end", a + "\n" + b, A, B),
                form("CRLF", "data: " + a + "\r\n\r\ndata: " + b + "\r\n\r\n", A, B),
                form(
                        "fields around it",
                        "id: 1\nevent: x\nretry: 5\n: hm\ndata: " + a + "\n\n\ndata:\n\ndata: " + b,
                        A,
                        B),
                form("an end mark of others", "data: " + a + "\n\ndata: " + b + "\n\ndata: [DONE]\n\n", A, B),
                form("a number", "data: 42\n\ndata: " + a + "\n\n", 42, A),
                form("a text", "data: \"so\"\n\ndata: true\n\n", "so", true),
                form("a list", "data: [1, 2]\n\n", List.of(1, 2)),
                form("null", "data: null\n\ndata: " + a + "\n\n", Collections.emptyMap(), A),
                form("characters of several bytes", "data: {\"delta\":\"Łódź 🙂\"}\n\n", Map.of("delta", "Łódź 🙂")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everythingThatCarriesDataReachesTheRoute(String name, String body, List<Object> expected) throws Exception {
        rig.server
                .faults()
                .on("recall/ask")
                .once(Fault.respond(FakeResponse.text(200, "text/event-stream", body)), bytewise(body));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunk").process(StreamFormsTest.this::note);
            }
        });

        Exchange whole = rig.send("igpt:recall/ask?stream=true&streamTo=direct:chunk", "hi");
        List<Object> atOnce = List.copyOf(chunks);
        chunks.clear();
        Exchange inPieces = rig.send("igpt:recall/ask?stream=true&streamTo=direct:chunk", "hi");

        assertThat(whole.getException()).isNull();
        assertThat(inPieces.getException()).isNull();
        assertThat(atOnce).isEqualTo(expected);
        assertThat(chunks).isEqualTo(expected);
    }

    /** A chunk without a value is noted as an empty map. */
    private void note(Exchange exchange) {
        Object value = exchange.getMessage().getBody(IgptEvent.AskChunk.class).value();
        chunks.add(value == null ? Map.of() : value);
    }

    private static Fault bytewise(String body) {
        return Fault.respondWith(pending -> {
            BodyStream stream = pending.responder().stream(200, "Content-Type", "text/event-stream");
            for (byte one : body.getBytes(StandardCharsets.UTF_8)) {
                stream.write(new byte[] {one});
            }
            stream.end();
        });
    }
}
