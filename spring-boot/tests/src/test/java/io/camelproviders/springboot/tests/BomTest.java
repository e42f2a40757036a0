/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The BOM manages what is published. */
class BomTest {

    @Test
    void managesEveryPublishedArtifactAndNothingElse() throws Exception {
        // given
        Set<String> published = new TreeSet<>();
        collect("", published);
        // when
        List<String> managed = Pom.file("bom/pom.xml").managed();
        // then
        assertThat(managed)
                .containsExactlyInAnyOrderElementsOf(published.stream()
                        .map(artifact -> "io.camelproviders:" + artifact + ":${project.version}")
                        .toList());
        assertThat(published).contains("camel-bimpeai", "camel-bimpeai-starter", "provider-testkit");
    }

    /** The jars of the everyday modules that are deployed. */
    private static void collect(String directory, Set<String> published) throws Exception {
        Pom pom = Pom.file(directory + "pom.xml");
        if (pom.packaging().isEmpty() && !pom.properties().containsKey("maven.deploy.skip")) {
            published.add(pom.artifactId());
        }
        for (String module : pom.modules()) {
            collect(directory + module + "/", published);
        }
    }
}
