/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.igpt;

import java.time.LocalDate;
import java.util.List;

/**
 * What a digest says. The JSON Schema that the service must keep to is derived from this record.
 *
 * @param headline the day in one sentence
 * @param tasks what is left to do
 */
public record Digest(String headline, List<Task> tasks) {

    /**
     * Something to do.
     *
     * @param title what
     * @param owner who
     * @param due until when
     */
    public record Task(String title, String owner, LocalDate due) {}
}
