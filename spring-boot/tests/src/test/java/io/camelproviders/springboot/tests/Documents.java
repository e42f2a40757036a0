/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The files of this project and what stands in its pages. */
final class Documents {

    private Documents() {}

    /** A file by its path from the root of the project, which holds the licence. */
    static Path file(String path) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("LICENSE"))) {
            root = root.getParent();
        }
        return root.resolve(path);
    }

    /** The code blocks of a language in a page. */
    static List<String> blocks(String page, String language) throws IOException {
        return matches(page, "```" + language + "\n(.*?)```").stream()
                .map(match -> match.group(1))
                .toList();
    }

    /** The XML blocks of a page that say which poms test them: those poms, and the block. */
    static List<MatchResult> testedPoms(String page) throws IOException {
        return matches(page, "<!-- tested by: ([^>]*?) -->\n```xml\n(.*?)```");
    }

    private static List<MatchResult> matches(String page, String regex) throws IOException {
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(Files.readString(file(page)))
                .results()
                .toList();
    }
}
