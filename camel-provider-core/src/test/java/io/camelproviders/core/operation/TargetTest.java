/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.InvalidRequestException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Base URLs, paths and queries, byte for byte. */
class TargetTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "m_9-A.z~   | /m_9-A.z~/x",
                "a/b        | /a%2Fb/x",
                "a%2Fb      | /a%252Fb/x",
                "a?x=1      | /a%3Fx%3D1/x",
                "a#f        | /a%23f/x",
                "a;b        | /a%3Bb/x",
                "a\\b       | /a%5Cb/x",
                "a b        | /a%20b/x",
                "a+b        | /a%2Bb/x",
                "é😀        | /%C3%A9%F0%9F%98%80/x",
                "...        | /.../x",
                "1\u2028    | /1%E2%80%A8/x",
            })
    void anIdIsOneEncodedSegment(String id, String path) {
        // given, when
        String expanded = PathTemplate.expand("/{agentId}/x", Map.of("agentId", id));

        // then
        assertThat(expanded).isEqualTo(path);
        assertThat(URI.create("http://h" + expanded).getPath()).isEqualTo("/" + id + "/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                ".",
                "..",
                "../../adm",
                "a/..",
                "..\\a",
                "a\r\nX-Evil: 1",
                "a\u0000",
                "a\u007f",
                "\u0085",
                "\ud800"
            })
    void anIdThatCouldMoveTheTargetIsRefusedAndNotRepeated(String id) {
        assertThatThrownBy(() -> PathTemplate.expand("/{agentId}", Map.of("agentId", id)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("agentId")
                .hasMessageNotContaining("Evil");
    }

    @Test
    void anIdIsBounded() {
        // given
        String longest = "é".repeat(512);

        // when, then
        assertThat(PathTemplate.expand("/{id}", Map.of("id", longest))).hasSize(1 + 512 * 6);
        assertThatThrownBy(() -> PathTemplate.expand("/{id}", Map.of("id", longest + "a")))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> PathTemplate.expand("/{id}", Map.of())).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aQueryIsFormEncodedInOrder() {
        // given
        Map<String, String> values = new LinkedHashMap<>();
        values.put("search", "a b+c&d=é/😀~*");
        values.put("after", "2026-06-24T08:23:02.384+01:00");

        // when, then
        assertThat(PathTemplate.query(values))
                .isEqualTo(
                        "?search=a+b%2Bc%26d%3D%C3%A9%2F%F0%9F%98%80~%2A&after=2026-06-24T08%3A23%3A02.384%2B01%3A00");
        assertThat(PathTemplate.query(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.bimpe.ai,             https://api.bimpe.ai/p/v1",
        "https://api.bimpe.ai///,          https://api.bimpe.ai/p/v1",
        "HTTPS://API.bimpe.ai:8443/x/,     https://api.bimpe.ai:8443/x/p/v1",
        "https://api.bimpe.ai/p/v1/,       https://api.bimpe.ai/p/v1",
        "http://localhost:8080,            http://localhost:8080/p/v1",
        "http://127.0.0.1:1,               http://127.0.0.1:1/p/v1",
        "http://[::1]:1,                   http://[::1]:1/p/v1"
    })
    void aBaseUrlTakesThePrefixOnce(String text, String target) {
        assertThat(BaseUrl.parse(text, false).withPrefix("/p/v1")).isEqualTo(target);
    }

    @Test
    void aHostAloneTakesADefaultPath() {
        assertThat(BaseUrl.parse("https://h", false).orPath("/api/v1")).hasToString("https://h/api/v1");
        assertThat(BaseUrl.parse("https://h/x", false).orPath("/api/v1")).hasToString("https://h/x");
        assertThat(BaseUrl.parse("http://far.example", true)).hasToString("http://far.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.bimpe.ai",
                "/x",
                "ftp://h",
                "file:///etc/passwd",
                "jar:file:/x!/y",
                "https:h",
                "https://",
                "https://user:canary@h",
                "https://canary@h",
                "https://h/?canary=1",
                "https://h/#canary",
                "https://h/../canary",
                "https://h/a/../../canary",
                "https://h//canary",
                "https://h/./canary",
                "https://h/canary/%2e%2E",
                "https://h:0",
                "https://h:99999",
                "https://h_canary",
                "https://h canary",
                "http://canary.example",
                "http://127.0.0.1.canary.example",
                "http://localhost.canary.example"
            })
    void aBaseUrlThatIsNoneIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text, false))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("baseUrl ")
                .hasMessageNotContaining("canary");
    }
}
