/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TestkitReadmeTest {

    private static final String CODE = "```java\n";

    @Test
    void theQuickStartIsTheTestThatRunsHere() throws IOException {
        // given
        String readme = Files.readString(Path.of("../provider-testkit/README.md"));
        String source = Files.readString(Path.of("src/test/java/io/camelproviders/bimpeai/AnswerRouteTest.java"));

        // when
        int begin = readme.indexOf(CODE, readme.indexOf("AnswerRouteTest.java -->")) + CODE.length();
        String printed = readme.substring(begin, readme.indexOf("```", begin));

        // then
        assertThat(printed).isEqualTo(source.substring(source.indexOf("import ")));
    }
}
