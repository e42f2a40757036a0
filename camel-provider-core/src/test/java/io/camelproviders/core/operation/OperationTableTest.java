/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.Operation.Parameter.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "things/get-test-code",
                "things/get_test_code",
                "things/getTestCode",
                "Things/GetTestCode",
                "//things/get-test-code",
                "/things/get-test-code/"
            })
    void findsAnOperationInAnySpelling(String spelling) {
        assertThat(SampleOperations.TABLE.get(spelling)).isSameAs(SampleOperations.GET_CODE);
    }

    @Test
    void anUnknownNameIsToldWithTheNearestAndTheWholeList() {
        assertThatThrownBy(() -> SampleOperations.TABLE.get("message/sned"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean messages/send")
                .hasMessageContaining(String.join(", ", SampleOperations.TABLE.names()));
        assertThat(SampleOperations.TABLE.find("message/sned")).isEmpty();
        assertThat(SampleOperations.TABLE.nearest("things/creat")).startsWith("things/create");
    }

    @Test
    void anEndlessOrEvilNameIsCutAndCleaned() {
        assertThatThrownBy(() -> SampleOperations.TABLE.get("x\r\n" + "y".repeat(100_000)))
                .hasMessageNotContaining("\r")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
    }

    @Test
    void keepsTheOrderOfTheRows() {
        assertThat(SampleOperations.TABLE.all())
                .containsExactly(
                        SampleOperations.SEND,
                        SampleOperations.LIST,
                        SampleOperations.CREATE,
                        SampleOperations.MERGE,
                        SampleOperations.UPDATE,
                        SampleOperations.ASK,
                        SampleOperations.SEARCH,
                        SampleOperations.GET_CODE);
    }

    @Test
    void twoRowsOfOneNameAreRefused() {
        assertThatThrownBy(() -> OperationTable.of(List.of(SampleOperations.SEND, SampleOperations.SEND)))
                .hasMessageContaining("messages/send is defined twice");
    }

    @Test
    void rowsThatContradictThemselvesAreRefused() {
        // given
        List<Operation.Builder> wrong = List.of(
                Operation.get("Things/List", "/things").title("T."),
                Operation.get("things/list", "things").title("T."),
                Operation.get("things/list", "/things"),
                Operation.get("things/list", "/things").title("T.").paged(),
                Operation.get("things/list", "/things").title("T.").body(SampleOperations.Send.class),
                Operation.builder("POST", "things/list", "/things").title("T.").text("message"),
                Operation.get("things/list", "/things/{pageId}").title("T.").query("page_id", String.class));

        // when, then
        wrong.forEach(row -> assertThatThrownBy(() -> OperationTable.of(List.of(row.build())))
                .isInstanceOf(IllegalArgumentException.class));
        Operation lost = new Operation(
                "a/b",
                "T.",
                "GET",
                "/x",
                List.of(new Parameter("id", Place.PATH, String.class, true)),
                Operation.Payload.NONE,
                Operation.Result.NOTHING,
                io.camelproviders.core.retry.RetrySafety.SAFE,
                false,
                false,
                java.util.Set.of(Operation.Role.PRODUCER),
                null);
        assertThatThrownBy(() -> OperationTable.of(List.of(lost))).hasMessageContaining("placeholders");
    }
}
