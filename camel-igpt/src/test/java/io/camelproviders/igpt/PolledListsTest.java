/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static io.camelproviders.igpt.IgptTestSupport.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The provider does not say how its lists look; each item is emitted once however they do. */
@Timeout(120)
class PolledListsTest {

    private static final Map<String, Object> ONE = Map.of("id", "1", "title", "one");
    private static final Map<String, Object> TWO = Map.of("id", "2", "title", "two");

    private final IgptTestSupport rig = new IgptTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("recall/search", "?query=x", List.of(ONE, TWO)),
                Arguments.of("recall/search", "?query=x", Map.of("results", List.of(ONE, TWO), "took", 3)),
                Arguments.of(
                        "recall/search", "?itemsPath=found.hits", Map.of("found", Map.of("hits", List.of(ONE, TWO)))),
                Arguments.of("datasources/list", "?emit=changed", List.of(ONE, TWO)),
                Arguments.of("datasources/list", "?emit=changed", Map.of("datasources", List.of(ONE, TWO))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eachItemOfAListIsEmittedOnce(String operation, String options, Object answer) throws Exception {
        List<Object> items = new CopyOnWriteArrayList<>();
        rig.server.faults().on(operation).always(Fault.respondJson(answer));

        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("igpt:" + operation + options + "&initialDelay=0&delay=20")
                        .process(e -> items.add(e.getMessage().getBody()));
            }
        });

        await(() -> rig.server.journal().total() > 4);
        assertThat(items).containsExactly(ONE, TWO);
    }
}
