/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the kernel of Linux knows of sockets on loopback. */
final class Sockets {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int QUEUES = 4;

    private Sockets() {}

    /** How much of what a quiet server has written was read by its clients; the rest waits in the buffers of either end. */
    static long readByClient(int serverPort, long written) throws IOException {
        long waiting = 0;
        for (Path table : TABLES) {
            for (String line : Files.exists(table) ? Files.readAllLines(table) : List.<String>of()) {
                String[] field = line.trim().split("\\s+", -1);
                if (port(field[LOCAL]) == serverPort) {
                    waiting += queue(field[QUEUES], 0);
                } else if (port(field[REMOTE]) == serverPort) {
                    waiting += queue(field[QUEUES], 1);
                }
            }
        }
        return written - waiting;
    }

    /** Of "0100007F:A4EB"; the heading has none. */
    private static int port(String address) {
        int colon = address.indexOf(':');
        return colon < 0 ? -1 : Integer.parseInt(address, colon + 1, address.length(), 16);
    }

    /** Of "tx_queue:rx_queue". */
    private static long queue(String queues, int which) {
        return Long.parseLong(queues.split(":", -1)[which], 16);
    }
}
