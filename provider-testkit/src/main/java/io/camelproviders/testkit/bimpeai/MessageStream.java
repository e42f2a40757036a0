/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.Responder;
import io.camelproviders.testkit.bimpeai.Misbehaviour.Ending;
import io.camelproviders.testkit.bimpeai.Misbehaviour.Pace;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One open stream. It pulls messages from its conversation while the client reads, so a burst needs no buffer and order is the conversation's.
 * Confined to the server's thread.
 */
final class MessageStream {

    private static final int MAX_PENDING = 64 * 1024;
    private static final int MAX_A_TURN = 256;

    private final Conversation conversation;
    private final Script script;
    private final Responder responder;
    private final BodyStream body;
    private final Optional<Ending> ending;
    private final Optional<Pace> pace;

    private int place;
    private int sent;
    private boolean over;

    /** Something already goes on that ends with the next {@link #pump()}. */
    private boolean busy;

    private final Runnable left;

    /** @param left runs when the stream is over for whatever reason; must bear being run twice */
    MessageStream(
            Conversation conversation, int place, Script script, Responder responder, Consumer<MessageStream> left) {
        this.left = () -> left.accept(this);
        this.conversation = conversation;
        this.place = place;
        this.script = script;
        this.responder = responder;
        this.ending = script.take(Ending.class, conversation.id(), found -> true);
        this.pace = script.take(Pace.class, conversation.id(), found -> true);
        this.body =
                responder.stream(200, "Content-Type", "text/event-stream; charset=utf-8", "Cache-Control", "no-cache");
    }

    Conversation conversation() {
        return conversation;
    }

    boolean open() {
        return body.open();
    }

    void start() {
        body.onDisconnect(left);
        endIfDue();
        pump();
    }

    void heartbeat(Instant now) {
        // A client that does not read needs no heartbeat, and one inside an event would spoil it.
        if (!over && !busy && body.pendingBytes() == 0) {
            write(EventWriter.heartbeat(now));
        }
    }

    /** Writes what there is, as far as the client reads. */
    void pump() {
        for (int turn = 0; turn < MAX_A_TURN && body.pendingBytes() < MAX_PENDING; turn++) {
            FakeMessage next = over || busy ? null : conversation.at(place);
            if (next == null) {
                return;
            }
            if (!cutIfDue(next)) {
                place++;
                sent++;
                write(EventWriter.event(next, script.takeForms(conversation.id())));
                if (!busy) {
                    endIfDue();
                }
            }
        }
        busy = true;
        body.onDrained(this::goOn);
    }

    private void goOn() {
        busy = false;
        endIfDue();
        pump();
    }

    private void write(byte[] bytes) {
        if (pace.isPresent()) {
            busy = true;
            writeSlowly(bytes, 0, pace.get());
        } else {
            body.write(bytes);
        }
    }

    private void writeSlowly(byte[] bytes, int from, Pace slow) {
        int to = Math.min(bytes.length, from + slow.bytesPerTurn());
        body.write(Arrays.copyOfRange(bytes, from, to));
        if (body.open()) {
            responder.after(slow.every(), to == bytes.length ? this::goOn : () -> writeSlowly(bytes, to, slow));
        }
    }

    /** Not counted as open any more from before the client can see the end, so that a test that saw it counts right. */
    private void leave() {
        over = true;
        left.run();
    }

    private boolean isDue() {
        return ending.isPresent() && ending.get().messages() <= sent && !over;
    }

    /** The endings that need a next message to cut. */
    private boolean cutIfDue(FakeMessage next) {
        if (!isDue()) {
            return false;
        }
        leave();
        if (ending.get().kind() == Misbehaviour.EndKind.CUT_CHARACTER) {
            body.write(EventWriter.upToHalfCharacter(next));
            body.reset();
        } else {
            byte[] event = EventWriter.event(next, script.takeForms(conversation.id()));
            body.write(Arrays.copyOf(event, event.length / 2));
            body.cut();
        }
        return true;
    }

    /** The endings that come by themselves. */
    private void endIfDue() {
        if (!isDue()) {
            return;
        }
        switch (ending.get().kind()) {
            case RESET -> {
                leave();
                body.reset();
            }
            case CLOSE -> {
                leave();
                body.end();
            }
            case SILENCE -> over = true;
            case ENDLESS_LINE -> {
                over = true;
                body.write("event: message\ndata: ");
                endless(ending.get().bytes());
            }
            case CUT_EVENT, CUT_CHARACTER -> {
                // Waits for a message to cut.
            }
        }
    }

    private void endless(long left) {
        if (left > 0 && body.open()) {
            byte[] part = new byte[(int) Math.min(left, 16 * 1024)];
            Arrays.fill(part, (byte) 'x');
            body.write(part);
            body.onDrained(() -> endless(left - part.length));
        }
    }
}
