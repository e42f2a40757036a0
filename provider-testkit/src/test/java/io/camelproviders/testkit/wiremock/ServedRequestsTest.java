/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request passes only if it is the mapping's to the last byte. */
class ServedRequestsTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort())
            .build();

    private final ServedRequests requests = new ServedRequests(SERVER);

    @BeforeEach
    void stub() {
        SERVER.stubFor(post(urlEqualTo("/items?page=1"))
                .withName("create")
                .withHeader("X-Key", equalTo("k"))
                .withRequestBody(equalToJson("{\"name\": \"é\", \"size\": 2}"))
                .willReturn(ok()));
        SERVER.stubFor(post(urlEqualTo("/empty")).withName("empty").willReturn(ok()));
    }

    private static void send(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SERVER.baseUrl() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
    }

    @Test
    void theRequestOfTheMappingPasses() throws Exception {
        // when
        send("/items?page=1", "{\"name\":\"é\",\"size\":2}", "X-Key", "k");

        // then
        requests.assertAllMatch();
        assertThat(requests.only("create").getRequest().getUrl()).isEqualTo("/items?page=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"size\":2,\"name\":\"é\"}",
                "{\"name\": \"é\", \"size\": 2}",
                "{\"name\":\"\\u00e9\",\"size\":2}",
            })
    void aBodyInAnotherOrderOrLayoutIsRefused(String body) throws Exception {
        // when
        send("/items?page=1", body, "X-Key", "k");

        // then
        assertThatThrownBy(requests::assertAllMatch)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("body of POST /items?page=1");
    }

    @Test
    void aBodyWhereTheMappingHasNoneIsRefused() throws Exception {
        // when
        send("/empty", "{}");

        // then
        assertThatThrownBy(requests::assertAllMatch).hasMessageContaining("body of POST /empty");
    }

    @Test
    void aHeaderThatTheMappingDoesNotNameIsRefused() throws Exception {
        // when
        send("/empty", "", "X-Other", "1");

        // then
        assertThatThrownBy(requests::assertAllMatch).hasMessageContaining("x-other");
    }

    @Test
    void aHeaderWithTwoValuesIsRefused() throws Exception {
        // when
        send("/items?page=1", "{\"name\":\"é\",\"size\":2}", "X-Key", "k", "X-Key", "k");

        // then
        assertThatThrownBy(requests::assertAllMatch).hasMessageContaining("headers of POST /items?page=1");
    }

    @ParameterizedTest
    @CsvSource({"/items?page=2, k", "/items, k", "/items?page=1, other"})
    void aRequestWithoutAMappingIsRefused(String path, String key) throws Exception {
        // when
        send(path, "{\"name\":\"é\",\"size\":2}", "X-Key", key);

        // then
        assertThatThrownBy(requests::assertAllMatch).hasMessageContaining("closest mapping");
    }

    @Test
    void aMappingThatServedNothingOrTwiceIsRefused() throws Exception {
        // when
        send("/empty", "");
        send("/empty", "");

        // then
        assertThatThrownBy(() -> requests.only("empty")).hasMessageContaining("empty");
        assertThatThrownBy(() -> requests.only("create")).hasMessageContaining("create");
    }
}
