/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.acme.stream;

import io.camelproviders.architecture.bad.other.internal.Hidden;
import org.apache.camel.CamelContext;

record UsesOtherProvider(Hidden hidden, CamelContext camel) {}
