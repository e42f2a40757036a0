/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.observability;

import io.camelproviders.core.http.TransportStats;
import java.util.List;

/** A component as the developer console sees it. */
public interface ObservedComponent {

    /** The stream consumers that are running; empty when the component is stopped. */
    List<ObservedStreams> streamConsumers();

    /** What the transports are doing, one entry for each group of equal settings; empty when the component is stopped. */
    List<TransportStats> transportStats();
}
