/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What customers ask. Each question has a number, which its answer repeats: so both can be matched in the provider's records. */
final class Question {

    private static final Pattern NUMBERED = Pattern.compile("^(?:Re )?#(\\d+)[: ]");
    private static final List<String> LINES = List.of(
            "Are you open on Sunday?",
            "Where is my order?",
            "Do you ship to Łódź? 🙂",
            "Can I pay by card?",
            "The blue one is broken.");

    private Question() {}

    static String text(int number) {
        return "#" + number + " " + LINES.get(number % LINES.size());
    }

    /** The number in a question or an answer. */
    static Optional<Integer> number(String text) {
        Matcher matcher = NUMBERED.matcher(text);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
