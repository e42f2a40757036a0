/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Components that were built with the Component DSL, used against their fake servers. */
package io.camelproviders.builder.component;
