/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.json;

import java.util.Map;

/** Marks the records of all providers; Camel's type converters work from this type and from {@link ProviderList} only. */
public interface ProviderModel {

    /** Fields that the provider sent and this library does not know, as they came. Never null. */
    Map<String, Object> additionalProperties();
}
