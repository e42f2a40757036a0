/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Does the fake BimpeAI server keep to the contract, and misbehave only as told? */
@NullMarked
package io.camelproviders.testkit.bimpeai;

import org.jspecify.annotations.NullMarked;
