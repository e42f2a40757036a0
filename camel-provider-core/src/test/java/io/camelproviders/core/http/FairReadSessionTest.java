/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.apache.hc.core5.reactor.IOSession;
import org.junit.jupiter.api.Test;

class FairReadSessionTest {

    private static final int PIECE = 8 * 1024;

    /** What the socket says to the next reads: bytes, -1 for the end, -2 for a failure. */
    private int socket = PIECE;

    private int interest = SelectionKey.OP_READ;
    private int reads;

    private final IOSession session = FairReadSession.decorate((IOSession) Proxy.newProxyInstance(
            IOSession.class.getClassLoader(), new Class<?>[] {IOSession.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("read")) {
                    reads++;
                    if (socket == -2) {
                        throw new IOException("reset");
                    }
                    return socket;
                }
                return method.getName().equals("getEventMask") ? interest : null;
            }));

    @Test
    void readsNoMoreThanOneTurnBeforeOthersHadTheirs() throws Exception {
        int first = readAll();
        int withoutSelector = readAll();
        session.updateReadTime();
        int second = readAll();

        assertThat(first).isEqualTo(FairReadSession.TURN);
        assertThat(withoutSelector).isZero();
        assertThat(second).isEqualTo(FairReadSession.TURN);
    }

    @Test
    void leavesTheSocketAloneWhileReadingIsSwitchedOff() throws Exception {
        interest = SelectionKey.OP_WRITE;

        assertThat(readAll()).isZero();
        assertThat(reads).isZero();
    }

    @Test
    void tellsTheEndOnlyAfterTheTurnThatBroughtBytes() throws Exception {
        session.updateReadTime();
        assertThat(read()).isEqualTo(PIECE);

        socket = -1;

        assertThat(read()).isZero();
        session.updateReadTime();
        assertThat(read()).isEqualTo(-1);
    }

    @Test
    void tellsAFailureOnlyAfterTheTurnThatBroughtBytes() throws Exception {
        session.updateReadTime();
        assertThat(read()).isEqualTo(PIECE);

        socket = -2;

        assertThat(read()).isZero();
        session.updateReadTime();
        assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessage("reset");
    }

    private int read() throws IOException {
        return session.read(ByteBuffer.allocate(PIECE));
    }

    private int readAll() throws IOException {
        int sum = 0;
        for (int i = 0; i < 100; i++) {
            sum += read();
        }
        return sum;
    }
}
