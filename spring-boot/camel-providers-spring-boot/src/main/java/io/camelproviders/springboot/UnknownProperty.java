/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot;

/**
 * A property that no option takes.
 *
 * @param name in canonical form
 * @param origin the file and line that it comes from
 * @param nearest the property that may have been meant
 */
record UnknownProperty(String name, String origin, String nearest) {}
