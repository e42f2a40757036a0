/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Where a Pieces OS may be found on this machine.
 *
 * @param portFiles files into which a running server writes its port, best first
 * @param range ports of current servers, lowest first
 * @param legacy ports of servers up to 10.1.15
 */
public record DiscoverySettings(List<Path> portFiles, List<Integer> range, List<Integer> legacy) {

    private static final String PORT_FILE = "com.pieces.os/production/Config/.port.txt";

    public DiscoverySettings {
        portFiles = List.copyOf(portFiles);
        range = List.copyOf(range);
        legacy = List.copyOf(legacy);
    }

    /**
     * The places of an operating system.
     *
     * @param osName as the system property {@code os.name} gives it
     * @param home the user's home directory
     */
    public static DiscoverySettings of(String osName, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        Path documents = home.resolve("Documents").resolve(PORT_FILE);
        // Field reports name Documents on macOS too.
        List<Path> files = os.contains("mac")
                ? List.of(home.resolve("Library").resolve(PORT_FILE), documents)
                : List.of(documents);
        List<Integer> range = IntStream.rangeClosed(39300, 39333).boxed().toList();
        return new DiscoverySettings(files, range, os.contains("linux") ? List.of(5323, 1000) : List.of(1000));
    }

    /** The places of this machine and user. */
    public static DiscoverySettings here() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }
}
