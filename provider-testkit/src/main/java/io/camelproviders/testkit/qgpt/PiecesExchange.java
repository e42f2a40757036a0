/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One answer under way on one socket: each turn sends one message. Confined to the server's thread. */
final class PiecesExchange {

    private final FakeWebSocket socket;
    private final String request;
    private final String conversation;
    private final PiecesAnswer answer;
    private final boolean relevance;
    private final boolean answers;
    private int turn = -2;
    private boolean over;
    private boolean completed;
    private boolean quiet;
    private boolean faultShown;

    PiecesExchange(
            FakeWebSocket socket,
            String request,
            String conversation,
            PiecesAnswer answer,
            boolean relevance,
            boolean answers) {
        this.socket = socket;
        this.request = request;
        this.conversation = conversation;
        this.answer = answer;
        this.relevance = relevance;
        this.answers = answers;
    }

    String conversation() {
        return conversation;
    }

    String text() {
        return answers ? answer.text() : "";
    }

    /** Whether it will say nothing more by itself, though it has not ended. */
    boolean quiet() {
        return quiet;
    }

    /** Whether it ended otherwise than by its last message. */
    boolean broken() {
        return !completed;
    }

    boolean over() {
        return over;
    }

    void stop() {
        over = true;
        send(output("STOPPED"));
    }

    /** Sends the next message. */
    void turn() {
        if (over) {
            return;
        }
        if (turn == -2) {
            turn++;
            if (answer.fault() == PiecesFault.INITIALIZED) {
                send(output("INITIALIZED"));
                return;
            }
        }
        if (turn == -1) {
            turn++;
            if (relevance) {
                send(PiecesOutputs.relevance(output("IN-PROGRESS")));
                return;
            }
        }
        if (!faultShown && turn >= answer.after() && fault()) {
            return;
        }
        int pieces = answers ? answer.pieces() : 0;
        boolean early = answer.fault() == PiecesFault.TEXT_IN_COMPLETED && turn == pieces - 1;
        if (turn < pieces && !early) {
            piece(turn++);
        } else {
            over = true;
            completed = true;
            ObjectNode last = PiecesOutputs.completed(output("COMPLETED"));
            send(early ? PiecesOutputs.text(last, answer.piece().apply(turn)) : last);
        }
    }

    private void piece(int number) {
        String text = answer.piece().apply(number);
        ObjectNode output = output(
                switch (answer.fault()) {
                    case UNKNOWN_STATUS -> "UNKNOWN";
                    case NO_STATUS -> null;
                    default -> "IN-PROGRESS";
                });
        if (answer.fault() == PiecesFault.SEVERAL_ELEMENTS) {
            int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
            PiecesOutputs.text(output, text.substring(0, middle), text.substring(middle));
        } else {
            PiecesOutputs.text(output, text);
        }
        send(answer.fault() == PiecesFault.NULLS_AND_NOVELTIES ? PiecesOutputs.novelties(output) : output);
    }

    /** Shows the fault; true if this turn is spent by it. */
    private boolean fault() {
        faultShown = true;
        switch (answer.fault()) {
            case MALFORMED_JSON -> socket.text("{\"request\":\"" + request + "\", oops");
            case FOREIGN_REQUEST ->
                socket.text(PiecesOutputs.text(PiecesOutputs.output("nobody", "nowhere", "IN-PROGRESS"), "foreign")
                        .toString());
            case UNHEARD_STATUS -> send(output("PONDERING"));
            case MIGRATION -> send(PiecesOutputs.migration(output("IN-PROGRESS")));
            case WRONG_TYPE -> send(output("IN-PROGRESS").put("question", "a text"));
            case SILENCE -> quiet = true;
            case PING_ONLY -> {
                quiet = true;
                socket.pingWithoutEnd();
            }
            case NO_PONG -> {
                quiet = true;
                socket.deafen();
            }
            default -> {
                return end() || connection();
            }
        }
        return true;
    }

    private boolean end() {
        ObjectNode last =
                switch (answer.fault()) {
                    case FAILED_401 -> PiecesOutputs.failed(output("FAILED"), 401, "Invalid authentication");
                    case FAILED_429 -> PiecesOutputs.failed(output("FAILED"), 429, "Rate limit/Quota exceeded");
                    case FAILED_500 -> PiecesOutputs.failed(output("FAILED"), 500, null);
                    case FAILED_503 ->
                        PiecesOutputs.failed(output("FAILED"), 503, "The engine is currently overloaded");
                    case SUBSCRIPTION_REQUIRED ->
                        PiecesOutputs.failed(output("FAILED"), 429, "UserSubscriptionRequired");
                    case UNKNOWN_FAILURE -> PiecesOutputs.failed(output("UNKNOWN"), 500, "something broke");
                    case STOPPED, CANCELED, RESET -> output(answer.fault().name());
                    default -> null;
                };
        if (last == null) {
            return false;
        }
        over = true;
        send(last);
        return true;
    }

    private boolean connection() {
        byte[] broken = {(byte) 0xC3, (byte) 0x28};
        switch (answer.fault()) {
            case DROP -> socket.reset();
            case DROP_IN_FRAME -> {
                socket.raw(Frames.frame(Frames.TEXT, true, "{\"requ".getBytes(StandardCharsets.UTF_8), 100));
                socket.reset();
            }
            case FIN -> socket.end();
            case CLOSE_1000 -> socket.close(1000, "bye");
            case CLOSE_1001 -> socket.close(1001, "going away");
            case CLOSE_1011 -> socket.close(1011, "internal error");
            case INVALID_UTF8 -> socket.raw(Frames.frame(Frames.TEXT, true, broken));
            case INVALID_UTF8_BINARY -> socket.raw(Frames.frame(Frames.BINARY, true, broken));
            case MASKED -> socket.raw(Frames.masked("{}"));
            case ENDLESS_FRAGMENTS -> socket.fragmentsWithoutEnd();
            case GIANT_FRAME -> socket.giantFrame();
            default -> {
                return false;
            }
        }
        over = true;
        return true;
    }

    private ObjectNode output(@Nullable String status) {
        return PiecesOutputs.output(answer.fault() == PiecesFault.NO_REQUEST ? null : request, conversation, status);
    }

    private void send(ObjectNode output) {
        String text = output.toString();
        switch (answer.fault()) {
            case FRAGMENTED -> socket.fragments(text, 3);
            case BINARY -> socket.binary(text.getBytes(StandardCharsets.UTF_8));
            default -> socket.text(text);
        }
    }
}
