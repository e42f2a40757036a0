/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.qgpt.model.Answers.QgptConversation;
import io.camelproviders.qgpt.model.Relevance.GroupedTimestamp;
import io.camelproviders.qgpt.model.SeedModel.Seed;
import java.util.List;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: people. */
public final class People {

    private People() {}

    /**
     * A person.
     *
     * @param id id
     * @param created when stored
     * @param updated when changed
     * @param type who it is
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            String id,
            @Nullable GroupedTimestamp created,
            @Nullable GroupedTimestamp updated,
            @Nullable PersonType type,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Person {
            id = id == null ? "" : id;
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A person by name.
     *
     * @param name name
     * @param email e-mail address
     * @param username user name
     * @param picture URL of a picture
     * @param url home page
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Builder
    public record PersonBasic(
            @Nullable String name,
            @Nullable String email,
            @Nullable String username,
            @Nullable String picture,
            @Nullable String url,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public PersonBasic {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static PersonBasicBuilder builder() {
            return PersonBasicBuilder.personBasic();
        }
    }

    /**
     * What kind of person; at least one of both.
     *
     * @param basic a person by name
     * @param platform a user of Pieces OS
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonType(
            @Nullable PersonBasic basic,
            @Nullable Map<String, Object> platform,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public PersonType {
            platform = ProviderModel.objectOrNull(platform);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Several persons.
     *
     * @param iterable the persons
     * @param indices position of each id
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Persons(
            List<Person> iterable,
            @Nullable Map<String, Integer> indices,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Persons {
            iterable = ProviderModel.items(iterable);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of {@code persons/related}; everything is optional.
     *
     * @param seed a fragment
     * @param conversation a talk
     * @param application application id
     * @param model model id
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptPersonsRelatedInput(
            @Nullable Seed seed,
            @Nullable QgptConversation conversation,
            @Nullable String application,
            @Nullable String model,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public QgptPersonsRelatedInput {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Answer of {@code persons/related}.
     *
     * @param persons the persons
     * @param explanations why, by person id
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptPersonsRelatedOutput(
            @Nullable Persons persons,
            @Nullable Map<String, String> explanations,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public QgptPersonsRelatedOutput {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
