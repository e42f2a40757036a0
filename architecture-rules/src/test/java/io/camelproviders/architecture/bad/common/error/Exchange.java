/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.common.error;

/** Has the name of a type in camel-api. */
record Exchange() {}
