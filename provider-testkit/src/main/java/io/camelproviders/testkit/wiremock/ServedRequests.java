/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.EqualToJsonPattern;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The requests that WireMock served in a test. */
final class ServedRequests {

    /** Headers of the HTTP client, which a mapping may name but need not. */
    private static final Set<String> TRANSPORT =
            Set.of("host", "connection", "accept-encoding", "content-length", "user-agent");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WireMockExtension server;

    ServedRequests(WireMockExtension server) {
        this.server = server;
    }

    /**
     * Checks that every request matched a mapping to the last byte: besides what WireMock compares, there is no header that
     * the mapping does not name, and the body has the mapping's fields in the mapping's order, in compact JSON.
     */
    void assertAllMatch() {
        assertThat(server.findNearMissesForUnmatchedRequests().getNearMisses())
                .as("requests without a mapping, compared with the closest mapping")
                .extracting(Object::toString)
                .isEmpty();
        server.getAllServeEvents().forEach(ServedRequests::assertMatches);
    }

    /** The one request that a mapping served. */
    ServeEvent only(String mapping) {
        List<ServeEvent> served = server.getAllServeEvents().stream()
                .filter(event -> mapping.equals(event.getStubMapping().getName()))
                .toList();
        assertThat(served).as("requests served by the mapping " + mapping).hasSize(1);
        return served.get(0);
    }

    private static void assertMatches(ServeEvent event) {
        RequestPattern expected = event.getStubMapping().getRequest();
        LoggedRequest request = event.getRequest();
        String call = request.getMethod() + " " + request.getUrl();
        Set<String> unexpected = names(request);
        unexpected.removeAll(TRANSPORT);
        if (expected.getHeaders() != null) {
            expected.getHeaders().keySet().forEach(name -> unexpected.remove(name.toLowerCase(Locale.ROOT)));
        }
        assertThat(unexpected)
                .as("headers of %s that the mapping does not name", call)
                .isEmpty();
        assertThat(request.getHeaders().all())
                .as("headers of %s", call)
                .allSatisfy(header -> assertThat(header.values()).hasSize(1));
        assertThat(request.getBodyAsString()).as("body of %s", call).isEqualTo(body(expected));
    }

    private static Set<String> names(LoggedRequest request) {
        Set<String> names = new TreeSet<>();
        request.getHeaders().all().stream()
                .map(HttpHeader::key)
                .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private static String body(RequestPattern expected) {
        if (expected.getBodyPatterns() == null || expected.getBodyPatterns().isEmpty()) {
            return "";
        }
        assertThat(expected.getBodyPatterns()).hasSize(1).hasOnlyElementsOfType(EqualToJsonPattern.class);
        EqualToJsonPattern json =
                (EqualToJsonPattern) expected.getBodyPatterns().get(0);
        try {
            return JSON.readTree(json.getExpected()).toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError("the expected body is not JSON", e);
        }
    }
}
