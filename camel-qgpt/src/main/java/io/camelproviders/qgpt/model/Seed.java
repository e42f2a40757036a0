/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Raw material for a question: one of asset, person, anchor and website.
 *
 * @param type {@code SEEDED_ASSET}, {@code SEEDED_FORMAT} or {@code UNKNOWN}
 * @param asset text or code; what QGPT uses
 * @param person a person
 * @param anchor a path
 * @param website a website
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seed(
        @Nullable String type,
        @Nullable SeededAsset asset,
        @Nullable Map<String, Object> person,
        @Nullable Map<String, Object> anchor,
        @Nullable Map<String, Object> website,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Seed {
        person = ProviderModel.objectOrNull(person);
        anchor = ProviderModel.objectOrNull(anchor);
        website = ProviderModel.objectOrNull(website);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /**
     * Plain text.
     *
     * @param application as {@code connect} answered it
     */
    public static Seed text(Application application, String text) {
        return fragment(application, text, null);
    }

    /**
     * Code in a language.
     *
     * @param application as {@code connect} answered it
     * @param language its name or file extension: {@code java}, {@code python}, {@code py}
     */
    public static Seed code(Application application, String code, String language) {
        return fragment(application, code, new FragmentMetadata(extension(language), Map.of()));
    }

    private static Seed fragment(Application application, String raw, @Nullable FragmentMetadata metadata) {
        SeededFragment fragment = new SeededFragment(TransferableString.of(raw), null, metadata, Map.of());
        SeededFormat format = new SeededFormat(fragment, null, null, Map.of());
        return new Seed(
                "SEEDED_ASSET", new SeededAsset(application, format, null, Map.of()), null, null, null, Map.of());
    }

    private static String extension(String language) {
        String name = language.strip().toLowerCase(Locale.ROOT);
        String known = EXTENSIONS.get(name);
        return known != null ? known : name.startsWith(".") ? name.substring(1) : name;
    }

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("python", "py"),
            Map.entry("javascript", "js"),
            Map.entry("typescript", "ts"),
            Map.entry("markdown", "md"),
            Map.entry("kotlin", "kt"),
            Map.entry("rust", "rs"),
            Map.entry("ruby", "rb"),
            Map.entry("csharp", "cs"),
            Map.entry("c#", "cs"),
            Map.entry("c++", "cpp"),
            Map.entry("golang", "go"),
            Map.entry("bash", "sh"),
            Map.entry("shell", "sh"));

    /** Starts with what is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private @Nullable String type;
        private @Nullable SeededAsset asset;
        private @Nullable Map<String, Object> person;
        private @Nullable Map<String, Object> anchor;
        private @Nullable Map<String, Object> website;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder() {}

        /** {@code SEEDED_ASSET}, {@code SEEDED_FORMAT} or {@code UNKNOWN}. */
        public Builder type(@Nullable String value) {
            this.type = value;
            return this;
        }

        /** Text or code; what QGPT uses. */
        public Builder asset(@Nullable SeededAsset value) {
            this.asset = value;
            return this;
        }

        /** A person. */
        public Builder person(@Nullable Map<String, Object> value) {
            this.person = value;
            return this;
        }

        /** A path. */
        public Builder anchor(@Nullable Map<String, Object> value) {
            this.anchor = value;
            return this;
        }

        /** A website. */
        public Builder website(@Nullable Map<String, Object> value) {
            this.website = value;
            return this;
        }

        /** A field that this library does not know. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The record. */
        public Seed build() {
            return new Seed(type, asset, person, anchor, website, additionalProperties);
        }
    }
}
