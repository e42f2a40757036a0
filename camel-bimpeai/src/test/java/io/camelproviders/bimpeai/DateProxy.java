/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A proxy in front of a fake that gives its responses another {@code Date} header, or none. */
final class DateProxy implements AutoCloseable {

    private static final byte[] NAME = "\r\nDate: ".getBytes(StandardCharsets.US_ASCII);

    /** Of fixed length, so that bytes can be replaced in place. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final URI target;
    private final @Nullable Duration shift;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private DateProxy(URI target, @Nullable Duration shift) {
        this.target = target;
        this.shift = shift;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** Its server's clock is wrong by so much. */
    static DateProxy shifted(URI target, Duration shift) {
        return new DateProxy(target, shift);
    }

    /** Its server does not tell the time. */
    static DateProxy withoutDate(URI target) {
        return new DateProxy(target, null);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "date-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                daemon(() -> connect(client));
            }
        } catch (IOException e) {
            closeQuietly();
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket upstream = new Socket(target.getHost(), target.getPort())) {
            sockets.add(client);
            sockets.add(upstream);
            daemon(() -> pump(client, upstream, false));
            pump(upstream, client, true);
        } catch (IOException e) {
            // The server is away: so is the proxy, for this connection.
            sockets.remove(client);
        }
    }

    private void pump(Socket from, Socket to, boolean responses) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (responses) {
                    redate(buffer, read);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            try {
                to.close();
            } catch (IOException closed) {
                e.addSuppressed(closed);
            }
        }
    }

    private void redate(byte[] bytes, int length) {
        for (int i = 0; i + NAME.length < length; i++) {
            if (java.util.Arrays.mismatch(bytes, i, i + NAME.length, NAME, 0, NAME.length) < 0) {
                if (shift == null) {
                    bytes[i + 2] = 'X';
                } else {
                    byte[] date = DATE.format(ZonedDateTime.now(Clock.systemUTC())
                                    .plus(shift)
                                    .withZoneSameInstant(ZoneOffset.UTC))
                            .getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(date, 0, bytes, i + NAME.length, date.length);
                }
            }
        }
    }

    private void closeQuietly() {
        sockets.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeQuietly();
    }
}
