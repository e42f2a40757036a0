/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.SerialExecutor;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.qgpt.model.Conversations.StreamedIdentifier;
import io.camelproviders.qgpt.model.Conversations.StreamedIdentifiers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The socket to {@code /conversations/stream/identifiers}: tells each change of a conversation, at most once across a
 * drop. Connects again in the background until closed. Reads no further while {@value #WINDOW} changes are not taken.
 * Thread-safe; no method blocks.
 */
public final class ConversationsSocket {

    /** Changes that may be told and not taken. */
    static final int WINDOW = 1_000;

    private static final String PATH = "/conversations/stream/identifiers";

    // configuration
    private final SocketDependencies wiring;
    private final ConversationsListener listener;
    private final SerialExecutor steps = new SerialExecutor();
    private final SocketLifecycle link;

    // confined to the steps
    private long untaken;
    private boolean owed;

    // shared
    private final AtomicLong malformed = new AtomicLong();

    public ConversationsSocket(SocketDependencies wiring, SocketSettings settings, ConversationsListener listener) {
        this.wiring = wiring;
        this.listener = listener;
        this.link = new SocketLifecycle(wiring, settings, steps, PATH, new Owner());
    }

    /** Connects, and stays connected. */
    public void start() {
        steps.execute(link::start);
    }

    /** Says that so many changes were taken. */
    public void taken(int changes) {
        steps.execute(() -> {
            untaken = Math.max(0, untaken - changes);
            readOn();
        });
    }

    /** How the socket is. */
    public SocketHealth health() {
        return link.health(SocketHealth.Counters.NONE.withMalformed(malformed.get()));
    }

    /** For good. Idempotent. */
    public void close() {
        steps.execute(link::stop);
    }

    private void readOn() {
        if (owed && untaken < WINDOW) {
            owed = false;
            link.request(1);
        }
    }

    private void heard(String text) {
        try {
            StreamedIdentifiers changes =
                    wiring.json().read(text.getBytes(StandardCharsets.UTF_8), StreamedIdentifiers.class);
            for (StreamedIdentifier change : changes.iterable()) {
                untaken++;
                listener.changed(change);
            }
        } catch (DecodeException broken) {
            malformed.incrementAndGet();
            listener.malformed(text, broken);
        }
    }

    private final class Owner implements SocketLifecycle.Owner {

        @Override
        public void up() {
            owed = true;
            listener.connected();
            readOn();
        }

        @Override
        public void message(String text) {
            heard(text);
            owed = true;
            readOn();
        }

        @Override
        public void down(ProviderException cause) {
            owed = false;
        }
    }
}
