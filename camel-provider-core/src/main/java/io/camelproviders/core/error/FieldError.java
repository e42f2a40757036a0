/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import java.io.Serializable;

/**
 * One complaint about one field of a request.
 *
 * @param path field as the provider names it; empty if it named none
 * @param message what is wrong with it
 */
public record FieldError(String path, String message) implements Serializable {}
