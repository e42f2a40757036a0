/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What do requests and answers of the BimpeAI console look like? One record a file; fields that the contract calls optional are
 * nullable, unknown ones are kept. May use: jspecify, Jackson annotations and {@code ProviderModel} with its annotations.
 */
@NullMarked
package io.camelproviders.bimpeai.model;

import org.jspecify.annotations.NullMarked;
