/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;

/**
 * Body of calls/make.
 *
 * @param destination number to call, in E.164 form
 * @param isTestCall whether it is a test
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record MakeCall(
        String destination,
        boolean isTestCall,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public MakeCall {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** A call to a number. */
    public static MakeCall of(String destination, boolean isTestCall) {
        return new MakeCall(destination, isTestCall, Map.of());
    }
}
