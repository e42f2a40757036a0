/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static io.camelproviders.igpt.IgptTestSupport.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.igpt.model.Runs.RunResult;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.igpt.IgptFaults;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class AnswerConsumerTest {

    private final IgptTestSupport rig = new IgptTestSupport();
    private final List<Object> bodies = new CopyOnWriteArrayList<>();
    private final List<Object> numbers = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        rig.close();
    }

    private void consume(String uri) throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("digest").process(e -> {
                    bodies.add(e.getMessage().getBody());
                    numbers.add(String.valueOf(e.getMessage().getHeader(IgptConstants.EVENT_NUMBER)));
                });
            }
        });
    }

    @Test
    void aScheduledQuestionEmitsEachChunk() throws Exception {
        consume("igpt:recall/ask?input=hi there&stream=true&delay=1h&initialDelay=0");

        await(() -> bodies.size() == 5);
        assertThat(numbers).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void theWholeAnswerIsOneExchangeWhenWanted() throws Exception {
        consume("igpt:recall/run?input=hi there&stream=true&streamMode=aggregate&delay=1h&initialDelay=0");

        await(() -> bodies.size() == 1);
        assertThat(((RunResult) bodies.get(0)).text()).contains(IgptTestSupport.TEXT);
    }

    @Test
    void aQuestionThatIsNotStreamedIsOneTypedExchangeEachTime() throws Exception {
        consume(
                "igpt:recall/ask?input=hi there&delay=20&initialDelay=0&outputClass=io.camelproviders.igpt.DigestResult");

        await(() -> bodies.size() >= 3);
        assertThat(bodies.get(0)).isInstanceOf(DigestResult.class);
    }

    @ParameterizedTest
    @CsvSource({"recall/ask", "recall/run"})
    void aQuestionThatCostsHasNoDefaultSchedule(String operation) {
        assertThatThrownBy(() -> consume("igpt:" + operation + "?input=hi")).hasStackTraceContaining("delay=1h");
        assertThat(rig.server.journal().total()).isZero();
    }

    @Test
    void aFailedQuestionIsTheRoutesAffairWhenBridgedAndIsAskedAgainNextTime() throws Exception {
        rig.server.faults().on("recall/ask").once(IgptFaults.error("params"));
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .handled(true)
                        .process(e -> failures.add(e.getProperty("CamelExceptionCaught", Throwable.class)));
                from("igpt:recall/ask?input=hi&delay=20&initialDelay=0&bridgeErrorHandler=true")
                        .process(e -> bodies.add(e.getMessage().getBody(Map.class)));
            }
        });

        await(() -> !bodies.isEmpty());
        assertThat(failures).hasSize(1);
    }

    @Test
    void stoppingTheRouteGivesUpTheAnswerAndClosesItsConnection() throws Exception {
        rig.server.faults().on("recall/run").always(Fault.stallAfter(3));
        consume("igpt:recall/run?input=hi&stream=true&delay=1h&initialDelay=0");
        await(() -> bodies.size() == 3);

        rig.context.getRouteController().stopRoute("digest", 5, TimeUnit.SECONDS);

        await(() -> rig.server.abandonedResponses() == 1);
    }
}
