/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import io.camelproviders.testkit.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * An answer to a question on the stream.
 *
 * @param pieces the number of pieces of text
 * @param piece a piece by its number from 0; created when it is sent
 * @param faults what goes wrong with this answer, besides {@link FakeQgptServer#faults()}
 */
public record QgptAnswer(int pieces, IntFunction<String> piece, List<Fault> faults) {

    /** These pieces. */
    public static QgptAnswer of(String... pieces) {
        List<String> copy = List.of(pieces);
        return new QgptAnswer(copy.size(), copy::get, List.of());
    }

    /** A text, word by word. */
    public static QgptAnswer words(String text) {
        return of(text.split("(?<= )"));
    }

    /** So many pieces: {@code 0;}, {@code 1;} and so on. */
    public static QgptAnswer numbers(int pieces) {
        return new QgptAnswer(pieces, number -> number + ";", List.of());
    }

    /** The same answer with faults. */
    public QgptAnswer with(Fault... more) {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(Arrays.asList(more));
        return new QgptAnswer(pieces, piece, List.copyOf(all));
    }

    /** The whole text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(piece.apply(i));
        }
        return text.toString();
    }
}
