/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyRulesTest {

    private static final BodyRules RULES = BodyRules.of(
            "name! note? role=user|assistant count:int[1..10] score:number[..1]"
                    + " tags:strings on:bool any?:any rules:array{id! weight?=high|low deep:object{x!:int}} auth:object{token}");

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.read(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{}|name: is required",
                "{'name':null}|name: is required",
                "{'name':''}|name: must not be empty",
                "{'name':1}|name: must be of type string",
                "{'name':'n','role':null}|role: must not be null",
                "{'name':'n','role':'boss'}|role: must be one of user, assistant",
                "{'name':'n','count':0}|count: must not be less than 1.0",
                "{'name':'n','count':11}|count: must not be greater than 10.0",
                "{'name':'n','count':1.5}|count: must be of type int",
                "{'name':'n','score':2}|score: must not be greater than 1.0",
                "{'name':'n','tags':['a',1]}|tags: must be of type strings",
                "{'name':'n','on':'yes'}|on: must be of type bool",
                "{'name':'n','auth':'a'}|auth: must be of type object",
                "{'name':'n','rules':[[]]}|rules.0: must be of type object",
                "{'name':'n','rules':[{'id':'1'},{'weight':'heavy'}]}|rules.1.id: is required; rules.1.weight: must be one of high, low",
                "{'name':'n','rules':[{'id':'1','deep':{}}]}|rules.0.deep.x: is required",
            })
    void findsWhatIsWrong(String body, String problems) {
        assertThatThrownBy(() -> RULES.check(json(body)))
                .isInstanceOfSatisfying(ServiceError.class, error -> assertThat(String.join("; ", error.problems()))
                        .isEqualTo(problems));
    }

    @Test
    void acceptsWhatIsRight() {
        ObjectNode body =
                json("{'name':'n','note':null,'role':'user','count':10,'score':-3.5,'tags':[],'on':false,'any':[1],"
                        + "'rules':[{'id':'1','weight':null,'deep':{'x':1}}],'auth':{}}");

        assertThat(RULES.check(body)).isSameAs(body);
        assertThat(RULES.unknown(body)).isEmpty();
    }

    @Test
    void requiresNothingOfAPartialBody() {
        assertThat(RULES.partial().check(json("{'note':null}"))).isNotNull();
        assertThatThrownBy(() -> RULES.partial().check(json("{'name':1}"))).isInstanceOf(ServiceError.class);
    }

    @Test
    void listsUnknownFieldsNestedOnesIncluded() {
        ObjectNode body = json("{'name':'n','extra':1,'rules':[{'id':'1','more':2}],'auth':{'key':'k'}}");

        assertThat(RULES.unknown(body)).isEqualTo(List.of("extra", "rules.more", "auth.key"));
    }

    @Test
    void refusesRulesThatItCannotRead() {
        assertThatThrownBy(() -> BodyRules.of("a!!")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BodyRules.of("a:date").check(json("{'a':1}")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
