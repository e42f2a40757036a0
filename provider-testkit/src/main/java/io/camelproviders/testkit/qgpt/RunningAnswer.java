/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Fault.End;
import io.camelproviders.testkit.Fault.Ending;
import io.camelproviders.testkit.Fault.Streamed;
import io.camelproviders.testkit.FaultScript;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.qgpt.QgptFault.After;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer being sent on one socket: each turn sends one message. Confined to the server's thread. */
final class RunningAnswer {

    private enum Step {
        BEGIN,
        RELEVANCE,
        PIECES
    }

    private final FakeWebSocket socket;
    private final String request;
    private final String conversation;
    private final boolean answered;
    private QgptAnswer answer;
    private @Nullable List<Map<String, Object>> found;
    private @Nullable Ending ending;
    private @Nullable After odd;

    private Step step = Step.BEGIN;
    private int piece;
    private boolean over;
    private boolean completed;
    private boolean quiet;
    private boolean shown;

    /** @param answered whether there is an answer besides what relevance finds */
    RunningAnswer(FakeWebSocket socket, String request, String conversation, QgptAnswer answer, boolean answered) {
        this.socket = socket;
        this.request = request;
        this.conversation = conversation;
        this.answer = answer;
        this.answered = answered;
        answer.faults().forEach(this::add);
    }

    /** What relevance found. */
    void found(List<Map<String, Object>> seeds) {
        found = seeds;
    }

    /** Takes the faults that are scripted for this answer. */
    void scripted(FaultScript faults, OperationRequest handshake) {
        for (Class<? extends Fault> type : List.of(Streamed.class, Ending.class, After.class, QgptFault.class)) {
            faults.take(type, handshake, conversation, fault -> true).ifPresent(this::add);
        }
    }

    private void add(Fault fault) {
        if (fault instanceof Streamed streamed) {
            answer = QgptAnswer.of(streamed.payloads().toArray(String[]::new));
            ending = streamed.ending();
        } else if (fault instanceof Ending end) {
            ending = end;
        } else if (fault instanceof After after) {
            odd = after;
        } else if (fault instanceof QgptFault always) {
            odd = new After(always, 0);
        } else {
            throw new IllegalArgumentException("Not a fault of an answer: " + fault);
        }
    }

    String conversation() {
        return conversation;
    }

    String text() {
        return answered ? answer.text() : "";
    }

    /** Whether it sends nothing more by itself, though it has not ended. */
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

    /** Ends with this status. */
    void end(String status) {
        over = true;
        send(output(status));
    }

    /** Sends the next message. */
    void turn() {
        if (over) {
            return;
        }
        if (step == Step.BEGIN) {
            step = Step.RELEVANCE;
            if (has(QgptFault.INITIALIZED)) {
                send(output("INITIALIZED"));
                return;
            }
        }
        if (step == Step.RELEVANCE) {
            step = Step.PIECES;
            if (found != null) {
                send(QgptOutputs.relevance(output("IN-PROGRESS"), found));
                return;
            }
        }
        if (ending != null && piece >= ending.events()) {
            quiet = ending.end() == End.STALL;
            over = !quiet;
            socket.end(ending);
        } else if (odd == null || piece < odd.pieces() || !show(odd)) {
            next();
        }
    }

    private void next() {
        int pieces = answered ? answer.pieces() : 0;
        boolean early = has(QgptFault.TEXT_IN_COMPLETED) && piece == pieces - 1;
        if (piece < pieces && !early) {
            send(answer.piece().apply(piece++));
            return;
        }
        over = true;
        completed = true;
        ObjectNode last = QgptOutputs.completed(output("COMPLETED"));
        send(early ? QgptOutputs.text(last, answer.piece().apply(piece)) : last);
    }

    private void send(String text) {
        String status = has(QgptFault.UNKNOWN_STATUS) ? "UNKNOWN" : has(QgptFault.NO_STATUS) ? null : "IN-PROGRESS";
        ObjectNode output = output(status);
        if (has(QgptFault.SEVERAL_ELEMENTS)) {
            int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
            QgptOutputs.text(output, text.substring(0, middle), text.substring(middle));
        } else {
            QgptOutputs.text(output, text);
        }
        send(has(QgptFault.NULLS_AND_UNKNOWN_FIELDS) ? QgptOutputs.withNulls(output) : output);
    }

    private boolean has(QgptFault fault) {
        return odd != null && odd.fault() == fault;
    }

    /** Shows the fault, once; whether this turn is spent by it. */
    private boolean show(After fault) {
        if (shown) {
            return false;
        }
        shown = true;
        return showMessage(fault.fault()) || showEnd(fault.fault()) || showConnection(fault.fault());
    }

    private boolean showMessage(QgptFault fault) {
        switch (fault) {
            case MALFORMED_JSON -> socket.text("{\"request\":\"" + request + "\", oops");
            case FOREIGN_REQUEST ->
                socket.text(QgptOutputs.text(QgptOutputs.output("nobody", "nowhere", "IN-PROGRESS"), "foreign")
                        .toString());
            case UNLISTED_STATUS -> send(output("PONDERING"));
            case MIGRATION -> send(QgptOutputs.migration(output("IN-PROGRESS")));
            case WRONG_TYPE -> send(output("IN-PROGRESS").put("question", "a text"));
            case PING_ONLY -> {
                quiet = true;
                socket.pingWithoutEnd();
            }
            case NO_PONG -> {
                quiet = true;
                socket.ignorePings();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean showEnd(QgptFault fault) {
        ObjectNode last =
                switch (fault) {
                    case FAILED_401 -> QgptOutputs.failed(output("FAILED"), 401, "Invalid authentication");
                    case FAILED_429 -> QgptOutputs.failed(output("FAILED"), 429, "Rate limit/Quota exceeded");
                    case FAILED_500 -> QgptOutputs.failed(output("FAILED"), 500, null);
                    case FAILED_503 -> QgptOutputs.failed(output("FAILED"), 503, "The engine is currently overloaded");
                    case SUBSCRIPTION_REQUIRED -> QgptOutputs.failed(output("FAILED"), 429, "UserSubscriptionRequired");
                    case UNKNOWN_FAILURE -> QgptOutputs.failed(output("UNKNOWN"), 500, "something broke");
                    case STOPPED, CANCELED, RESET -> output(fault.name());
                    default -> null;
                };
        if (last == null) {
            return false;
        }
        over = true;
        send(last);
        return true;
    }

    private boolean showConnection(QgptFault fault) {
        byte[] broken = {(byte) 0xC3, (byte) 0x28};
        switch (fault) {
            case FIN -> socket.end();
            case CLOSE_1001 -> socket.close(1001, "going away");
            case CLOSE_1011 -> socket.close(1011, "internal error");
            case INVALID_UTF8 -> socket.raw(Frames.frame(Frames.TEXT, true, broken));
            case INVALID_UTF8_BINARY -> socket.raw(Frames.frame(Frames.BINARY, true, broken));
            case MASKED -> socket.raw(Frames.masked("{}"));
            case GIANT_FRAME -> socket.giantFrame();
            default -> {
                return false;
            }
        }
        over = true;
        return true;
    }

    private ObjectNode output(@Nullable String status) {
        return QgptOutputs.output(has(QgptFault.NO_REQUEST) ? null : request, conversation, status);
    }

    private void send(ObjectNode output) {
        String text = output.toString();
        if (has(QgptFault.FRAGMENTED)) {
            socket.fragments(text, 3);
        } else if (has(QgptFault.BINARY)) {
            socket.binary(text.getBytes(StandardCharsets.UTF_8));
        } else {
            socket.text(text);
        }
    }
}
