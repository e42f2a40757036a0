/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Typed routes of the four components, run against their fake servers. */
package io.camelproviders.builder.endpoint;
