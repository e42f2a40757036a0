/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * The architecture of this project as ArchUnit rules, for the tests of its modules.
 *
 * <p>Start with {@link io.camelproviders.architecture.ArchitectureRules}; what a package may use is listed in {@link
 * io.camelproviders.architecture.PackageTable}.
 */
@NullMarked
package io.camelproviders.architecture;

import org.jspecify.annotations.NullMarked;
