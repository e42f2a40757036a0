/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What shape shall the answer have, and has it? Entry: {@code OutputFormat}. A schema is derived from a class, answers
 * are checked against it and bound to the class. May use: {@code json}, {@code error}; not Camel.
 */
@NullMarked
package io.camelproviders.igpt.schema;

import org.jspecify.annotations.NullMarked;
