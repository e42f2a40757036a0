/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Defaults are shown as Spring Boot writes values. */
class PropertyDefaultsTest {

    @Test
    void writesTheDefaultsThatThereAre() {
        // given
        ComponentOptionModel choice = option("onFailure", "io.example.OnFailure", "RETRY_LATER");
        choice.setEnums(List.of("RETRY_LATER", "STOP"));
        List<ComponentOptionModel> options = List.of(
                option("discoveryDelay", "long", "30s"),
                option("maxItems", "int", 10_000),
                choice,
                option("needsAttention", "java.lang.Boolean", false),
                option("apiKey", "java.lang.String", null));
        // when
        String json = PropertyDefaults.json("camel.component.shop", options);
        // then
        assertThat(json)
                .contains("{\"name\":\"camel.component.shop.enabled\",\"defaultValue\":true}")
                .contains("{\"name\":\"camel.component.shop.discovery-delay\",\"defaultValue\":\"30s\"}")
                .contains("{\"name\":\"camel.component.shop.max-items\",\"defaultValue\":10000}")
                .contains("{\"name\":\"camel.component.shop.on-failure\",\"defaultValue\":\"retry-later\"}")
                .doesNotContain("needs-attention", "api-key");
    }

    private static ComponentOptionModel option(String name, String javaType, @Nullable Object defaultValue) {
        ComponentOptionModel option = new ComponentOptionModel();
        option.setName(name);
        option.setJavaType(javaType);
        option.setDefaultValue(defaultValue);
        return option;
    }
}
