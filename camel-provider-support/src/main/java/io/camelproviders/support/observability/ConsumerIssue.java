/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.observability;

/**
 * What is wrong with a stream consumer as a whole.
 *
 * @param name of the health detail
 * @param text in one line, with what to do about it
 * @param down whether an operator must act; else it is a detail
 */
public record ConsumerIssue(String name, String text, boolean down) {}
