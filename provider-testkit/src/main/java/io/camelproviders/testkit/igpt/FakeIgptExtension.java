/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import io.camelproviders.testkit.FakeServerExtension;

/** Runs a {@link FakeIgptServer} for JUnit tests. */
public final class FakeIgptExtension extends FakeServerExtension<FakeIgptServer> {

    /** Servers on free ports. */
    public FakeIgptExtension() {
        this(0);
    }

    /** Servers on this port. */
    public FakeIgptExtension(int port) {
        super(FakeIgptServer.class, FakeIgptServer::start, port);
    }
}
