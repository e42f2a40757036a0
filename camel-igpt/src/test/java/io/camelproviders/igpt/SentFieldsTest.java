/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field that the service takes, from options, headers and bodies. */
@Timeout(120)
class SentFieldsTest {

    private final IgptTestSupport rig = new IgptTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    private Request sent() {
        List<Request> all = rig.server.journal().all();
        return all.get(all.size() - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            igpt:recall/ask?quality=cef-1-high&outputFormat=json | {"user":"u-1","input":"hi","quality":"cef-1-high","output_format":"json"}
            igpt:recall/ask?outputFormat=text&user=u-2 | {"user":"u-2","input":"hi","output_format":"text"}
            igpt:recall/ask?input=fixed&param.deep.er=1 | {"user":"u-1","input":"fixed","deep":{"er":1}}
            igpt:recall/run?quality=q&reasoningEffort=high&instructions=be brief | {"user":"u-1","input":"hi","quality":"q","reasoning_effort":"high","instructions":"be brief"}
            igpt:recall/run?stream=true | {"user":"u-1","input":"hi","stream":true}
            igpt:recall/search?dateFrom=2026-01-01&dateTo=2026-01-31&maxResults=25&filterPeople=ana | {"user":"u-1","query":"hi","date_from":"2026-01-01","date_to":"2026-01-31","max_results":25,"filter_people":"ana"}
            igpt:datasources/list | {"user":"u-1"}
            igpt:datasources/disconnect?id=spike/1/messages | {"user":"u-1","id":"spike/1/messages"}
            igpt:connectors/authorize?service=spike&scope=messages files&redirectUri=https://x.example/cb&state=s1 | {"user":"u-1","service":"spike","scope":"messages files","redirect_uri":"https://x.example/cb","state":"s1"}
            """)
    void optionsGiveTheFieldsOfTheContract(String uri, String body) throws Exception {
        boolean text = uri.startsWith("igpt:recall");

        rig.send(uri, text ? "hi" : "");

        assertThat(sent().json()).isEqualTo(new ObjectMapper().readTree(body));
        assertThat(sent().json().fieldNames().next()).isEqualTo("user");
        assertThat(sent().header("Authorization")).isPresent();
    }

    @Test
    void headersGiveThemToo() {
        rig.send("igpt:recall/search", exchange -> {
            exchange.getMessage().setBody("budget");
            exchange.getMessage().setHeader(IgptConstants.USER, "u-9");
            exchange.getMessage().setHeader("CamelIgptDateFrom", "2026-01-01");
            exchange.getMessage().setHeader("CamelIgptMaxResults", "3");
        });

        JsonNode body = sent().json();
        assertThat(body.path("user").asText()).isEqualTo("u-9");
        assertThat(body.path("date_from").asText()).isEqualTo("2026-01-01");
        assertThat(body.path("max_results").asInt()).isEqualTo(3);
    }

    @Test
    void aSchemaMayStandOnTheClassPath() {
        Object answer = rig.send("igpt:recall/ask?outputFormat=classpath:verdict.json", "hi there")
                .getMessage()
                .getBody();

        assertThat(answer).isEqualTo(Map.of("verdict", IgptTestSupport.TEXT));
        assertThat(sent().json()
                        .path("output_format")
                        .path("schema")
                        .path("required")
                        .size())
                .isEqualTo(1);
    }
}
