/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {

    private static List<String> complaints(String schema, String value) {
        Json json = Json.standard();
        Map<String, Object> rules = json.map(json.tree(schema.getBytes(StandardCharsets.UTF_8)));
        return new SchemaCheck(rules).complaints(json.plain(value.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'object'}|{}|true",
                "{'type':'object'}|[]|false",
                "{'type':'integer'}|1.0|true",
                "{'type':'integer'}|1.5|false",
                "{'type':['string','null']}|null|true",
                "{'type':['string','null']}|1|false",
                "{'required':['a']}|{'a':null}|true",
                "{'required':['a']}|{}|false",
                "{'properties':{'a':{'type':'string'}}}|{'a':1}|false",
                "{'properties':{'a':{}},'additionalProperties':false}|{'b':1}|false",
                "{'additionalProperties':{'type':'number'}}|{'b':1}|true",
                "{'additionalProperties':{'type':'number'}}|{'b':'x'}|false",
                "{'items':{'type':'number'}}|[1,2]|true",
                "{'items':{'type':'number'}}|[1,'x']|false",
                "{'minItems':1}|[]|false",
                "{'maxItems':1}|[1,2]|false",
                "{'enum':['a',1]}|1.0|true",
                "{'enum':['a',1]}|'b'|false",
                "{'const':{'a':[1]}}|{'a':[1.0]}|true",
                "{'const':1}|2|false",
                "{'minimum':1,'maximum':3}|3|true",
                "{'minimum':1}|0|false",
                "{'maximum':3}|3.01|false",
                "{'minLength':2,'maxLength':3}|'ab'|true",
                "{'minLength':2}|'a'|false",
                "{'maxLength':1}|'ab'|false",
                "{'pattern':'^[a-z]+$'}|'ab'|true",
                "{'pattern':'^[a-z]+$'}|'A'|false",
                "{'anyOf':[{'type':'string'},{'type':'null'}]}|null|true",
                "{'anyOf':[{'type':'string'},{'type':'null'}]}|1|false",
                "{'oneOf':[{'type':'number'},{'type':'integer'}]}|1|false",
                "{'oneOf':[{'type':'number'},{'type':'integer'}]}|1.5|true",
                "{'allOf':[{'required':['a']},{'required':['b']}]}|{'a':1}|false",
                "{'unheardOf':1,'$ref':'#/x','format':'email'}|'x'|true"
            })
    void checksTheSubsetOfTheSpecification(String schema, String value, boolean fits) {
        List<String> complaints = complaints(schema.replace('\'', '"'), value.replace('\'', '"'));

        assertThat(complaints.isEmpty()).as("complaints %s", complaints).isEqualTo(fits);
    }

    @Test
    @Timeout(30)
    void aPatternThatWouldTakeForEverIsNotApplied() {
        String value = "\"" + "a".repeat(900) + "!\"";

        assertThat(complaints("{\"pattern\":\"^(a+)+$\"}", value)).isEmpty();
        assertThat(complaints("{\"pattern\":\"^(a|aa)*$\"}", value)).isEmpty();
    }
}
