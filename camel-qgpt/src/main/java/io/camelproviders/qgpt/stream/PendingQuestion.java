/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.StreamFaultException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question and what became of it. Confined to the steps of its socket, but for the asker's methods.
 *
 * <p>A cancelled or timed-out exchange ends for its listener at once and lives on as a ghost until the server has ended
 * it too: so late outputs are known as its own and its conversation is not asked anew meanwhile.
 */
final class PendingQuestion implements QuestionHandle {

    /** Where an exchange is. */
    enum Stage {
        /** Behind another one of its conversation. */
        QUEUED,
        /** For a connection. */
        WAITING,
        /** On the wire; outputs may come. */
        SENT,
        /** After a drop: its answer is looked for. */
        RECOVERING,
        /** Ended for the listener; the server has not said so yet. */
        GHOST,
        /** Over. */
        OVER
    }

    // configuration
    private final QgptSocket socket;
    private final String request;
    private final QgptQuestion question;
    private final AnswerListener listener;

    // confined to the steps
    Stage stage = Stage.QUEUED;
    Scheduler.@Nullable Scheduled alarm;
    long lastActivity;
    long sentAt;
    boolean heard;
    boolean stopSent;

    @Nullable
    String lane;

    private final StringBuilder partial = new StringBuilder();
    private long texts;
    private long unreleased;

    // written by the steps, read by the asker
    private volatile @Nullable String conversation;

    PendingQuestion(QgptSocket socket, String request, QgptQuestion question, AnswerListener listener) {
        this.socket = socket;
        this.request = request;
        this.question = question;
        this.listener = listener;
        this.conversation = question.conversation();
    }

    @Override
    public String request() {
        return request;
    }

    @Override
    public Optional<String> conversation() {
        return Optional.ofNullable(conversation);
    }

    @Override
    public void release(int size) {
        socket.released(this, size);
    }

    @Override
    public void cancel() {
        socket.cancelled(this);
    }

    // Steps.

    QgptQuestion question() {
        return question;
    }

    @Nullable
    String conversationId() {
        return conversation;
    }

    void learn(String id) {
        conversation = id;
    }

    /** Whether the listener has not had its end. */
    boolean live() {
        return stage != Stage.GHOST && stage != Stage.OVER;
    }

    void event(QgptEvent event, int size, int maxPartial) {
        if (event instanceof QgptEvent.Text) {
            texts++;
            String text = event.text();
            partial.append(text, 0, Math.max(0, Math.min(text.length(), maxPartial - partial.length())));
        }
        unreleased += size;
        listener.event(event, size);
    }

    long returned(long size) {
        unreleased = Math.max(0, unreleased - size);
        return unreleased;
    }

    long unreleased() {
        return unreleased;
    }

    String partial() {
        return partial.toString();
    }

    long texts() {
        return texts;
    }

    void completed(AnswerEnd end) {
        calm();
        listener.completed(end);
    }

    void failed(ProviderException cause) {
        calm();
        listener.failed(cause);
    }

    /** The failure with what had arrived; as it is if nothing had and {@code always} is false. */
    ProviderException told(ProviderException cause, boolean always) {
        if (texts == 0 && !always) {
            return cause;
        }
        return new StreamFaultException(
                cause.details().toBuilder()
                        .provider("qgpt")
                        .operation("stream")
                        .message("the answer broke off after " + texts + " pieces: "
                                + cause.details().message())
                        .requestId(request)
                        .build(),
                cause,
                partial(),
                texts);
    }

    void calm() {
        disarm();
        unreleased = 0;
    }

    void disarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }
}
