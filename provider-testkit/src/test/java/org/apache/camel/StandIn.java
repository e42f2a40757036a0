/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package org.apache.camel;

/** A type of Camel's. */
public interface StandIn {}
