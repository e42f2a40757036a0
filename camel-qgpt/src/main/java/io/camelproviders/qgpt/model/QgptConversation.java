/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A talk as QGPT takes it: newest message first.
 *
 * @param iterable the messages, newest first
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptConversation(
        List<QgptConversationMessage> iterable,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public QgptConversation {
        iterable = ProviderModel.items(iterable);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Takes the messages in the order in which they were said and turns them round for the server. */
    public static QgptConversation inOrder(List<QgptConversationMessage> oldestFirst) {
        List<QgptConversationMessage> turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return new QgptConversation(turned, Map.of());
    }

    /** Takes the messages in the order in which they were said and turns them round for the server. */
    public static QgptConversation inOrder(QgptConversationMessage... oldestFirst) {
        return inOrder(List.of(oldestFirst));
    }
}
