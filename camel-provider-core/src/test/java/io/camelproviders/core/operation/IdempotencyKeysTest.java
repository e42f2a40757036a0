/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {

    private final RequestBinder binder = new RequestBinder("acme", "CamelAcme", Json.standard());
    private final IdempotencyKeys keys = new IdempotencyKeys(Json.standard());

    private OperationCall call(String conversation, String text) {
        return binder.bind(
                SampleOperations.SEND,
                new MapCallInputs()
                        .uri("agentId", "A")
                        .uri("conversationId", conversation)
                        .body(text));
    }

    @Test
    void oneLogicalCallKeepsItsKeyUntilItSucceeded() {
        // given
        String first = keys.keyed("e", "x", call("C", "hi")).idempotencyKey();

        // when
        String redelivered = keys.keyed("e", "x", call("C", "hi")).idempotencyKey();
        keys.succeeded("e", "x", call("C", "hi"));
        String later = keys.keyed("e", "x", call("C", "hi")).idempotencyKey();

        // then
        assertThat(redelivered).isEqualTo(first);
        assertThat(later).isNotEqualTo(first);
    }

    @Test
    void otherCallsHaveOtherKeys() {
        // given
        Set<String> seen = new HashSet<>();

        // when
        seen.add(keys.keyed("e", "x", call("C", "hi")).idempotencyKey());
        seen.add(keys.keyed("e", "x", call("C", "ho")).idempotencyKey());
        seen.add(keys.keyed("e", "x", call("D", "hi")).idempotencyKey());
        seen.add(keys.keyed("e", "y", call("C", "hi")).idempotencyKey());
        seen.add(keys.keyed("f", "x", call("C", "hi")).idempotencyKey());

        // then
        assertThat(seen).hasSize(5);
    }

    @Test
    void theCallersOwnKeyIsKept() {
        assertThat(keys.keyed("e", "x", call("C", "hi").withIdempotencyKey("own"))
                        .idempotencyKey())
                .isEqualTo("own");
        assertThat(keys.size()).isZero();
    }

    @Test
    void theMemoryIsBounded() {
        // given, when
        OperationCall call = call("C", "hi");
        for (int i = 0; i < 10_100; i++) {
            keys.keyed("e", "x" + i, call);
        }

        // then
        assertThat(keys.size()).isEqualTo(10_000);
    }

    @Test
    void theDigestDependsOnTheRequestAndNotOnItsIds() {
        // given
        String digest = call("C", "hi").digest(Json.standard());

        // when, then
        assertThat(digest).hasSize(64);
        assertThat(call("C", "hi").withIdempotencyKey("k").withRequestId("r").digest(Json.standard()))
                .isEqualTo(digest);
        assertThat(List.of(call("C", "ho"), call("D", "hi"), call("C", "hi").withQuery("a", "b")))
                .noneMatch(other -> other.digest(Json.standard()).equals(digest));
    }

    @Test
    void aDerivedKeyIsTheSameForTheSameCauseAndOfVersionFive() {
        // given
        String key = IdempotencyKeys.derived("m_1", "route1", "to2", 0);

        // when, then
        assertThat(IdempotencyKeys.derived("m_1", "route1", "to2", 0)).isEqualTo(key);
        assertThat(UUID.fromString(key).version()).isEqualTo(5);
        assertThat(UUID.fromString(key).variant()).isEqualTo(2);
        assertThat(List.of(
                        IdempotencyKeys.derived("m_2", "route1", "to2", 0),
                        IdempotencyKeys.derived("m_1", "route2", "to2", 0),
                        IdempotencyKeys.derived("m_1", "route1", "to3", 0),
                        IdempotencyKeys.derived("m_1", "route1", "to2", 1),
                        IdempotencyKeys.derived("m_", "1route1", "to2", 0)))
                .doesNotHaveDuplicates()
                .doesNotContain(key);
    }
}
