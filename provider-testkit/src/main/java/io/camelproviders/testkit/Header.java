/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

/**
 * One header line as it was sent.
 *
 * @param name  the name in the sender's spelling
 * @param value the value without leading and trailing blanks
 */
public record Header(String name, String value) {}
