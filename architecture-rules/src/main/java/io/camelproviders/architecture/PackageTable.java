/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each package may use.
 *
 * <p>A module is named by its root package below the project's; {@code provider} stands for every provider module. The cells of a
 * table are separated by {@code |}, several names in a cell by blanks; {@code -} is an empty cell.
 *
 * @param packages lines of {@code module | package | packages it may use | libraries}. A package covers its sub-packages; {@code
 *     (root)} is the root package alone. A name is a package of the same module, {@code module.name} one of another module; libraries
 *     are named in {@link #LIBRARIES}. The JDK and JSpecify are always allowed. A package without a line may use everything that no
 *     other rule forbids
 * @param camelPackages lines of {@code module | packages}: the only ones that may use Camel
 * @param sharedModules modules that all providers may use; their types are not named like types of camel-api
 * @param socketPackages the only packages that may open sockets
 * @param jacksonPackages the only packages that may create or configure a Jackson mapper
 * @param namedLikeCamel types of shared modules that have the name of a type in camel-api nevertheless
 */
record PackageTable(
        String packages,
        String camelPackages,
        List<String> sharedModules,
        List<String> socketPackages,
        List<String> jacksonPackages,
        Set<String> namedLikeCamel) {

    /** One line of the packages. */
    record Row(String module, String name, List<String> packages, List<String> libraries) {}

    /** Libraries by short name, as ArchUnit package patterns. */
    static final Map<String, String> LIBRARIES = Map.of(
            "slf4j", "org.slf4j..",
            "jackson", "com.fasterxml.jackson..",
            "jackson-annotations", "com.fasterxml.jackson.annotation..",
            "httpclient", "org.apache.hc..",
            "micrometer", "io.micrometer..",
            "jilt", "org.jilt..",
            "camel", "org.apache.camel..");

    /** The lines of this module. */
    List<Row> rows(String module) {
        return lines(packages)
                .map(cells -> new Row(cells.get(0), cells.get(1), words(cells.get(2)), words(cells.get(3))))
                .filter(row -> row.module().equals(module))
                .toList();
    }

    /** Packages of this module that may use Camel. */
    List<String> camelPackages(String module) {
        return lines(camelPackages)
                .filter(cells -> cells.get(0).equals(module))
                .flatMap(cells -> words(cells.get(1)).stream())
                .toList();
    }

    private static Stream<List<String>> lines(String table) {
        return table.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() || cell.equals("-") ? List.of() : List.of(cell.split(" +", -1));
    }
}
