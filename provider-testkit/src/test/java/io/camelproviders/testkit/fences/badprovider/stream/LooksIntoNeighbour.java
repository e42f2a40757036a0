/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.fences.badprovider.stream;

import io.camelproviders.testkit.Header;
import org.apache.camel.StandIn;

record LooksIntoNeighbour(Header header, StandIn camel) {}
