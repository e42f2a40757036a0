/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Which room may use what? Entry: {@link io.camelproviders.testkit.fences.RoomRules}. May use: ArchUnit, the JDK.
 */
@NullMarked
package io.camelproviders.testkit.fences;

import org.jspecify.annotations.NullMarked;
