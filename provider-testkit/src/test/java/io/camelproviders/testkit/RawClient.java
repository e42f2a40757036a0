/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that sees every byte. Reads give up after ten seconds. */
public final class RawClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    public RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Reads until the text was seen; returns everything up to and including it. */
    public String readUntil(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end, text.length() - end.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Closed after: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /** Reads to the orderly end; an {@link IOException} means a reset. */
    public String readToEnd() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    public int read() throws IOException {
        return in.read();
    }

    /** Reads to the end, be it orderly or a reset. */
    public byte[] readAll() {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                seen.write(next);
            }
        } catch (SocketException e) {
            return seen.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
