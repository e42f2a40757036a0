/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import java.util.List;
import java.util.Set;

/** The packages of this project: the one place to edit when a package is added, renamed or allowed to use more. */
final class ProjectPackages {

    /** module, package, packages it may use, libraries it may use. */
    private static final String PACKAGES = """
            core     | error           | -                                                            | slf4j
            core     | concurrent      | -                                                            | slf4j
            core     | retry           | error concurrent                                             | slf4j
            core     | sse             | -                                                            | -
            core     | offset          | concurrent                                                   | slf4j
            core     | json            | error                                                        | jackson slf4j
            core     | http            | error retry concurrent connection                            | httpclient slf4j
            core     | websocket       | http error concurrent                                        | slf4j
            core     | paging          | error concurrent                                             | -
            core     | operation       | http json paging error retry concurrent                      | jackson slf4j
            core     | connection      | retry concurrent error                                       | slf4j
            core     | streaming       | connection http sse retry concurrent error                   | slf4j
            core     | subscription    | connection http sse offset retry concurrent error            | slf4j
            support  | config          | core                                                         | camel slf4j
            support  | observability   | core                                                         | camel slf4j micrometer
            support  | offsets         | config core                                                  | camel slf4j
            support  | component       | config offsets observability core                            | camel slf4j jackson httpclient
            support  | producer        | component config core                                        | camel slf4j jackson
            support  | consumer.stream | component producer config offsets observability core         | camel slf4j
            support  | consumer.poll   | component producer config offsets observability core         | camel slf4j jackson
            provider | model           | core.json                                                    | jackson-annotations jilt
            """;

    /** module, packages that may use Camel. */
    private static final String CAMEL_PACKAGES = """
            support  | config component producer consumer offsets observability endpoint
            provider | (root) convert
            """;

    static final PackageTable TABLE = new PackageTable(
            PACKAGES,
            CAMEL_PACKAGES,
            List.of("core", "support"),
            List.of("core.http", "core.websocket"),
            List.of("core.json"),
            Set.of());

    private ProjectPackages() {}
}
