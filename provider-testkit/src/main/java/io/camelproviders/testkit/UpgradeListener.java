/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

/** Takes the bytes of a connection that speaks HTTP no longer. Called on the server's thread; must not block. */
@FunctionalInterface
public interface UpgradeListener {

    /** The client sent these bytes; frames may be split and joined as the network pleases. */
    void received(byte[] bytes);

    /** The connection is gone, whoever ended it. */
    default void disconnected() {}
}
