/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

/**
 * Marks the model records that routes build to describe a request. As a message body only these records are read as
 * request fields; every other {@link ProviderModel} is a response.
 */
public interface ProviderRequest extends ProviderModel {}
