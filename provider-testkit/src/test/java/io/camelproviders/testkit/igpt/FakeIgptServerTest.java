/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FakeIgptServerTest {

    @RegisterExtension
    private final FakeIgptExtension igpt = new FakeIgptExtension();

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recall/ask|{\"user\":\"u\",\"input\":\"hi\"}|/output|You asked: hi",
                "recall/ask/|{\"user\":\"u\",\"input\":\"hi\"}|/output|You asked: hi",
                "recall/run/|{\"user\":\"u\",\"input\":\"hi\"}|/usage/total_tokens|11",
                "recall/search|{\"user\":\"u\",\"query\":\"budget\"}|/results/0/id|doc-1",
                "recall/search|{\"user\":\"u\",\"query\":\"budget\",\"date_from\":\"2026-02-01\"}|/results|",
                "datasources/list|{\"user\":\"u\"}|/datasources/0/progress|100",
                "datasources/disconnect|{\"user\":\"u\",\"id\":\"spike/1/messages\"}|/success|true",
                "connectors/authorize/|{\"user\":\"u\",\"service\":\"mail\",\"scope\":\"all\"}|/url|https://auth.example.com/start?service=mail",
                "recall/ask|{\"user\":null,\"input\":\"hi\"}|/error|params",
                "recall/ask|{\"user\":\"u\"}|/error|params",
                "recall/ask|no json|/error|params",
                "recall/ask|{\"user\":\"u\",\"input\":{\"text\":\"hi\"}}|/error|params",
                "recall/ask|{\"user\":\"u\",\"input\":\"hi\",\"stream\":\"yes\"}|/error|params",
                "recall/ask|{\"user\":\"u\",\"input\":\"hi\",\"output_format\":\"xml\"}|/error|params",
                "recall/ask|{\"user\":\"u\",\"input\":\"hi\",\"quality\":null}|/output|You asked: hi",
                "recall/run|{\"user\":\"u\",\"input\":\"hi\",\"reasoning_effort\":\"extreme\"}|/error|params",
                "recall/search|{\"user\":\"u\",\"max_results\":-1}|/error|params",
                "recall/search|{\"user\":\"u\",\"date_from\":\"yesterday\"}|/error|params",
                "connectors/authorize|{\"user\":\"u\",\"service\":\"mail\",\"scope\":[\"all\"]}|/error|params"
            })
    void answersEachOperationAsTheServiceDoes(String path, String body, String pointer, String expected)
            throws Exception {
        HttpResponse<String> response = post(path, body, FakeIgptServer.API_KEY);

        JsonNode found = new ObjectMapper().readTree(response.body()).at(pointer);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(found.asText()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void refusesAnotherKeyWithStatus200() throws Exception {
        HttpResponse<String> response = post("recall/ask", "{\"user\":\"u\",\"input\":\"hi\"}", "other");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"error\":\"auth\"}");
    }

    @Test
    void streamsARunInOrderUpToRunDone() throws Exception {
        HttpResponse<String> response =
                post("recall/run", "{\"user\":\"u\",\"input\":\"hi\",\"stream\":true}", FakeIgptServer.API_KEY);

        List<String> lines = response.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .toList();
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(lines.get(0)).contains("run.start", "\"seq\":0");
        assertThat(lines.get(lines.size() - 1)).contains("run.done", "\"seq\":" + (lines.size() - 1));
    }

    @Test
    void aRunRepeatsWhatWasAskedFor() throws Exception {
        HttpResponse<String> response = post(
                "recall/run",
                "{\"user\":\"u\",\"input\":\"hi\",\"stream\":true,\"quality\":\"cef-4-high\",\"reasoning_effort\":\"low\",\"output_format\":\"json\"}",
                FakeIgptServer.API_KEY);

        JsonNode start = new ObjectMapper()
                .readTree(response.body().lines().findFirst().orElseThrow().substring("data: ".length()));
        assertThat(start.at("/context/quality").asText()).isEqualTo("cef-4-high");
        assertThat(start.at("/context/reasoning_effort").asText()).isEqualTo("low");
        assertThat(start.path("output_format").asText()).isEqualTo("json");
        assertThat(start.at("/context/datasources")).hasSize(1);
    }

    @Test
    void refusesOtherMethodsAndContentTypesAndReportsQueryParameters() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(URI.create(igpt.server().baseUrl() + "/recall/ask"))
                .build();
        HttpRequest text = HttpRequest.newBuilder(URI.create(igpt.server().baseUrl() + "/recall/ask"))
                .header("Authorization", "Bearer " + FakeIgptServer.API_KEY)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"u\",\"input\":\"hi\"}"))
                .build();

        assertThat(client.send(get, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
        assertThat(client.send(text, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("{\"error\":\"params\"}");
        post("recall/ask?user=u", "{\"user\":\"u\",\"input\":\"hi\"}", FakeIgptServer.API_KEY);
        assertThat(igpt.server().violations()).containsExactly("recall/ask: query parameters are not read");
    }

    @Test
    void aScriptedAnswerCountsOnceAndInOrder() throws Exception {
        igpt.server().faults().on("recall/ask").once(Fault.rateLimited("1"), Fault.htmlPage());

        List<Integer> statuses = List.of(ask().statusCode(), ask().statusCode(), ask().statusCode());

        assertThat(statuses).containsExactly(429, 200, 200);
        assertThat(igpt.server().journal().total()).isEqualTo(3);
    }

    @Test
    void aDropInMidStreamIsSeenAsABrokenBody() {
        igpt.server().faults().on("recall/ask").always(Fault.dropAfter(2));

        assertThatThrownBy(this::streamedAsk).isInstanceOf(IOException.class);
    }

    @Test
    void countsAnswersThatTheirClientGaveUp() throws Exception {
        igpt.server().faults().on("recall/ask").always(Fault.stallAfter(1));
        HttpResponse<InputStream> response = client.send(
                request("recall/ask", "{\"user\":\"u\",\"input\":\"hi\",\"stream\":true}", FakeIgptServer.API_KEY),
                HttpResponse.BodyHandlers.ofInputStream());

        response.body().close();

        await().atMost(Duration.ofSeconds(30)).until(() -> igpt.server().abandonedResponses() == 1);
    }

    @Test
    void anAuthorizedServiceBecomesADataSourceThatIsIndexedStepByStep() throws Exception {
        post("connectors/authorize", "{\"user\":\"u\",\"service\":\"mail\",\"scope\":\"all\"}", FakeIgptServer.API_KEY);

        List<Integer> progress = List.of(mailProgress(), mailProgress(), mailProgress());

        assertThat(progress).containsExactly(0, 50, 100);
    }

    @Test
    void refusesToScriptAnUnknownOperation() {
        assertThatThrownBy(() -> igpt.server().faults().on("recall/aks").once(Fault.emptyBody()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int mailProgress() throws Exception {
        String body = post("datasources/list", "{\"user\":\"u\"}", FakeIgptServer.API_KEY)
                .body();
        for (JsonNode source : new ObjectMapper().readTree(body).path("datasources")) {
            if (source.path("service").asText().equals("mail")) {
                return source.path("progress").asInt();
            }
        }
        return -1;
    }

    private HttpResponse<String> ask() throws Exception {
        return post("recall/ask", "{\"user\":\"u\",\"input\":\"hi\"}", FakeIgptServer.API_KEY);
    }

    private HttpResponse<String> streamedAsk() throws Exception {
        return post("recall/ask", "{\"user\":\"u\",\"input\":\"hi\",\"stream\":true}", FakeIgptServer.API_KEY);
    }

    private HttpResponse<String> post(String path, String body, String key) throws Exception {
        return client.send(request(path, body, key), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String body, String key) {
        return HttpRequest.newBuilder(URI.create(igpt.server().baseUrl() + "/" + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
