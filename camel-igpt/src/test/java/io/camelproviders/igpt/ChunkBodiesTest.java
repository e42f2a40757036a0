/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.testkit.Fault;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are a response under way. */
@Timeout(120)
class ChunkBodiesTest {

    private static final String ITERATOR = "igpt:recall/ask?stream=true&streamMode=iterator";

    private final IgptTestSupport rig = new IgptTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    private void route(org.apache.camel.Processor last) throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(ITERATOR).process(last);
            }
        });
    }

    @Test
    void anIteratorThatIsReadAfterItsExchangeEndedThrowsAndSaysWhy() throws Exception {
        AtomicReference<Iterator<?>> kept = new AtomicReference<>();
        route(exchange -> kept.set(exchange.getMessage().getBody(Iterator.class)));

        rig.send("direct:in", "hi there");

        assertThatThrownBy(() -> kept.get().hasNext())
                .isInstanceOf(AbortedException.class)
                .hasMessageContaining("exchange");
    }

    @Test
    void chunksConvertToServerSentEvents() throws Exception {
        AtomicReference<String> text = new AtomicReference<>();
        route(exchange -> {
            try (InputStream events = exchange.getMessage().getBody(InputStream.class)) {
                text.set(new String(events.readAllBytes(), StandardCharsets.UTF_8));
            }
        });

        assertThat(rig.send("direct:in", "hi there").getException()).isNull();

        assertThat(text.get()).startsWith("data: {").endsWith("}\n\n").doesNotContain("event: error");
        assertThat(text.get().split("\n\n", 0))
                .allSatisfy(event -> assertThat(event).doesNotContain("\n"));
    }

    @Test
    void aFailureBehindTheFirstChunkIsTheLastEvent() throws Exception {
        rig.server.faults().on("recall/ask").always(Fault.dropAfter(1));
        AtomicReference<String> text = new AtomicReference<>();
        route(exchange -> text.set(
                new String(exchange.getMessage().getBody(InputStream.class).readAllBytes(), StandardCharsets.UTF_8)));

        rig.send("direct:in", "hi there");

        String[] events = text.get().strip().split("\n\n", -1);
        assertThat(events[0]).startsWith("data: {");
        assertThat(events[events.length - 1]).startsWith("event: error\ndata: {\"error\":\"");
    }

    @Test
    void aReaderThatGoesAwayCancelsTheResponse() throws Exception {
        rig.server.faults().on("recall/ask").always(Fault.stallAfter(1));
        route(exchange -> {
            InputStream events = exchange.getMessage().getBody(InputStream.class);
            assertThat(events.read()).isEqualTo('d');
            events.close();
            assertThat(events.read()).isNotEqualTo(-2);
        });

        assertThat(rig.send("direct:in", "hi there").getException()).isNull();

        IgptTestSupport.await(() -> rig.server.loopback().openConnections() == 0);
    }

    @Test
    void aPaidStreamCannotBePolled() {
        assertThatThrownBy(() -> rig.context
                        .getEndpoint("igpt:recall/ask?stream=true&input=hi&delay=1h")
                        .createPollingConsumer())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("enrich");
    }

    @Test
    void aSecretInAParamOptionIsRefusedWithoutItsValue() {
        assertThatThrownBy(() -> rig.context.getEndpoint("igpt:recall/ask?param.password=canary-1"))
                .hasStackTraceContaining("param.password")
                .satisfies(e -> {
                    java.io.StringWriter trace = new java.io.StringWriter();
                    e.printStackTrace(new java.io.PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContain("canary-1");
                });
    }

    @Test
    void theRestOfAKeyWithAnAmpersandIsNotPrintedAsAnOptionName() {
        assertThatThrownBy(() -> rig.context.getEndpoint("igpt:recall/ask?apiKey=sk_first&CANARYrestofthekey=x"))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("CANARYrestofthekey"));
    }

    @Test
    void messagesNameTheSchemeOfASecondInstanceAndSpeakOfOptionsAlone() {
        IgptComponent second = new IgptComponent();
        second.getConfiguration().setApiKey("sk_second");
        rig.context.addComponent("igpt2", second);

        assertThatThrownBy(() -> rig.context.getEndpoint("igpt2:recall/ask?qualty=high"))
                .hasMessageStartingWith("igpt2:recall/ask: unknown options 'qualty' (did you mean quality");
    }
}
