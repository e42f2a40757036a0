/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import java.util.List;
import java.util.function.IntFunction;

/**
 * An answer on the stream.
 *
 * @param pieces how many pieces of text
 * @param piece a piece by its number from 0; made when it is sent
 * @param fault what goes wrong or is odd
 * @param after after how many pieces; a fault that is a habit shows from the beginning
 */
public record PiecesAnswer(int pieces, IntFunction<String> piece, PiecesFault fault, int after) {

    /** These pieces, without a fault. */
    public static PiecesAnswer of(String... pieces) {
        List<String> copy = List.of(pieces);
        return new PiecesAnswer(copy.size(), copy::get, PiecesFault.NONE, 0);
    }

    /** A text, word by word. */
    public static PiecesAnswer words(String text) {
        return of(text.split("(?<= )"));
    }

    /** So many pieces: {@code 0;}, {@code 1;} and so on. */
    public static PiecesAnswer numbers(int pieces) {
        return new PiecesAnswer(pieces, number -> number + ";", PiecesFault.NONE, 0);
    }

    /** The same answer with a fault. */
    public PiecesAnswer with(PiecesFault odd, int afterPieces) {
        return new PiecesAnswer(pieces, piece, odd, afterPieces);
    }

    /** The same answer, odd from the beginning. */
    public PiecesAnswer with(PiecesFault odd) {
        return with(odd, 0);
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
