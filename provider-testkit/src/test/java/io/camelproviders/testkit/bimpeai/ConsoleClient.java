/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.RawClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A plain client of the fake. */
final class ConsoleClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeBimpeaiServer fake;

    ConsoleClient(FakeBimpeaiServer fake) {
        this.fake = fake;
    }

    HttpResponse<String> call(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + fake.apiKey())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> bare(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    /** The data of an answer that must be good. */
    JsonNode data(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = call(method, path, body);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body()).path("data");
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    String ticket(String agent, String conversation) throws IOException, InterruptedException {
        return data("POST", "/agents/" + agent + "/conversations/" + conversation + "/stream-ticket", "")
                .path("ticket")
                .asText();
    }

    HttpResponse<InputStream> stream(String agent, String conversation, String after)
            throws IOException, InterruptedException {
        String path =
                "/agents/" + agent + "/conversations/" + conversation + "/stream?ticket=" + ticket(agent, conversation);
        return http.send(
                request(path + (after.isEmpty() ? "" : "&after=" + after)).build(), BodyHandlers.ofInputStream());
    }

    /** All bytes of a stream up to its end, good or bad; the JDK's client forgets what it read when a stream breaks. */
    byte[] rawStream(String agent, String conversation, String after) throws IOException, InterruptedException {
        String path = "/api/v1/console/agents/" + agent + "/conversations/" + conversation + "/stream?ticket="
                + ticket(agent, conversation) + "&after=" + after;
        try (RawClient raw = new RawClient(fake.port())) {
            return raw.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").readAll();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(fake.baseUrl() + "/api/v1/console" + path))
                .timeout(Duration.ofSeconds(20));
    }
}
