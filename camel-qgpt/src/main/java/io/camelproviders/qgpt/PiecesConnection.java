/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.qgpt.operation.PiecesLocator;
import io.camelproviders.qgpt.stream.ConversationsListener;
import io.camelproviders.qgpt.stream.ConversationsSocket;
import io.camelproviders.qgpt.stream.QgptSocket;
import io.camelproviders.qgpt.stream.SocketDependencies;
import io.camelproviders.qgpt.stream.SocketHealth;
import io.camelproviders.qgpt.stream.SocketSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What all endpoints of one server share: where it is, and the one socket of questions and answers. */
final class PiecesConnection {

    private final SocketDependencies wiring;
    private final SocketSettings settings;
    private final QgptSocket socket;
    private final UnsolicitedAnswers unclaimed;
    private final List<ConversationsSocket> conversations = new CopyOnWriteArrayList<>();
    private final List<Runnable> closings = new CopyOnWriteArrayList<>();

    PiecesConnection(SocketDependencies wiring, SocketSettings settings) {
        this.wiring = wiring;
        this.settings = settings;
        this.socket = new QgptSocket(wiring, settings);
        this.unclaimed = new UnsolicitedAnswers(socket);
    }

    PiecesLocator locator() {
        return wiring.locator();
    }

    HttpTransport http() {
        return wiring.http();
    }

    /** Connects with the first question, or with the first consumer. */
    QgptSocket socket() {
        return socket;
    }

    UnsolicitedAnswers unclaimed() {
        return unclaimed;
    }

    ConversationsSocket conversations(ConversationsListener listener) {
        ConversationsSocket made = new ConversationsSocket(wiring, settings, listener);
        conversations.removeIf(old -> old.health().state() == SocketHealth.State.CLOSED);
        conversations.add(made);
        return made;
    }

    /** How the sockets are, that of questions first. */
    List<SocketHealth> sockets() {
        List<SocketHealth> all = new ArrayList<>();
        all.add(socket.health());
        conversations.stream()
                .map(ConversationsSocket::health)
                .filter(one -> one.state() != SocketHealth.State.CLOSED)
                .forEach(all::add);
        return all;
    }

    /** What else ends with it. */
    void onClose(Runnable step) {
        closings.add(step);
    }

    void close() {
        closings.forEach(Runnable::run);
        socket.close();
    }
}
