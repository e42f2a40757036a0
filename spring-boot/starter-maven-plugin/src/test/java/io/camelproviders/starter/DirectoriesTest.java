/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A component that is not packaged yet reads like one that is. */
class DirectoriesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void packsTheDescriptionsOfADirectoryOfClasses() throws Exception {
        // given
        Path classes = directory.resolve("classes");
        Directories.write(classes.resolve("META-INF/services/shop"), "class=Shop");
        Directories.write(classes.resolve("io/example/Shop.class"), "code");
        // when
        try (JarFile jar = Directories.jar(classes, directory.resolve("made/component.jar"))) {
            // then
            assertThat(jar.stream().map(Object::toString)).containsExactly("META-INF/services/shop");
            assertThat(jar.getInputStream(jar.getEntry("META-INF/services/shop")))
                    .hasContent("class=Shop");
        }
    }

    @Test
    void deletesADirectoryAndWhatIsInIt() {
        // given
        Path old = directory.resolve("old");
        Directories.write(old.resolve("a/b/c.txt"), "left over");
        // when
        Directories.delete(old);
        Directories.delete(old);
        // then
        assertThat(old).doesNotExist();
    }
}
