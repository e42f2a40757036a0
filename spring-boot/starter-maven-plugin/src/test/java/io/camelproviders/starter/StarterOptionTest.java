/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.starter;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which type a property has, and that it has no value unless the application gives it one. */
class StarterOptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duration | long                               | java.lang.String  | such as 500 (milliseconds)",
                "object   | javax.net.ssl.HostnameVerifier     | java.lang.String  | bean of type javax.net.ssl.HostnameVerifier",
                "object   | java.util.Map<java.lang.String, X> | java.util.Map<java.lang.String, X> | in brackets",
                "string   | java.lang.String                   | java.lang.String  | What it does.",
                "boolean  | java.lang.Boolean                  | java.lang.Boolean | What it does.",
                "integer  | int                                | int               | What it does.",
                "enum     | io.example.Mode                    | io.example.Mode   | What it does."
            })
    void givesEachOptionATypeThatPropertiesCanSet(String type, String given, String expected, String description) {
        // given
        ComponentOptionModel option = new ComponentOptionModel();
        option.setType(type);
        option.setJavaType(given);
        option.setDescription("What it does.");
        option.setDefaultValue("1");
        // when
        StarterOption.adapt(option);
        // then
        assertThat(option.getJavaType()).isEqualTo(expected);
        assertThat(option.getDescription()).startsWith("What it does.").contains(description);
        assertThat(option.getDefaultValue()).isNull();
    }
}
