/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** The tests run on the versions that the module is about, none of them mixed with others. */
class VersionsTest {

    private static final String CAMEL = System.getProperty("expected.camel.version");
    private static final String SPRING_BOOT = System.getProperty("expected.spring-boot.version");

    @Test
    void runsOnTheVersionsOfThisModule() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            assertThat(context.getVersion()).isEqualTo(CAMEL);
            assertThat(SpringBootVersion.getVersion()).isEqualTo(SPRING_BOOT);
        }
    }

    @Test
    void hasOneVersionOfCamelAndOneOfSpringBoot() {
        assertThat(versions("[/\\\\]camel-[a-z0-9-]+?-(\\d[^/\\\\]*)\\.jar")).containsExactly(CAMEL);
        assertThat(versions("[/\\\\]spring-boot-[a-z0-9-]*?(\\d[^/\\\\]*)\\.jar"))
                .containsExactly(SPRING_BOOT);
    }

    /** The versions in the names of the class path's jars, those of this project's own modules left out. */
    private static Set<String> versions(String jar) {
        Pattern pattern = Pattern.compile(jar);
        return jars().flatMap(entry -> pattern.matcher(entry).results())
                .map(MatchResult::group)
                .map(name -> pattern.matcher(name).replaceAll("$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> jars() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> entry.contains("apache") || entry.contains("springframework"));
    }
}
