/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.qgpt.model.Applications.Application;
import io.camelproviders.qgpt.model.Questions.QgptPromptPipeline;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: seed model. */
public final class SeedModel {

    private SeedModel() {}

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
    @Builder
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

        /** Starts a builder without values. */
        public static SeedBuilder builder() {
            return SeedBuilder.seed();
        }
    }

    /**
     * Several seeds.
     *
     * @param iterable the seeds
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seeds(List<Seed> iterable, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Seeds {
            iterable = ProviderModel.items(iterable);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** These seeds. */
        public static Seeds of(Seed... seeds) {
            return new Seeds(List.of(seeds), Map.of());
        }
    }

    /**
     * Something that is not saved yet.
     *
     * @param application the whole application object, as {@code connect} answered it
     * @param format its content
     * @param metadata further facts
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeededAsset(
            Application application,
            SeededFormat format,
            @Nullable Map<String, Object> metadata,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public SeededAsset {
            metadata = ProviderModel.objectOrNull(metadata);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of {@code connect}.
     *
     * @param application who connects
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeededConnectorConnection(
            SeededTrackedApplication application,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public SeededConnectorConnection {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Registers as an open source application. */
        public static SeededConnectorConnection openSource(String platform, String version) {
            return new SeededConnectorConnection(
                    new SeededTrackedApplication("OPEN_SOURCE", platform, version, Map.of()), Map.of());
        }
    }

    /**
     * Body of {@code conversations/create}.
     *
     * @param type {@code COPILOT}
     * @param name title
     * @param model model to answer
     * @param pipeline kind of answers
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeededConversation(
            @Nullable String type,
            @Nullable String name,
            @Nullable Reference model,
            @Nullable QgptPromptPipeline pipeline,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public SeededConversation {
            type = type == null ? "COPILOT" : type;
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** A conversation with the copilot. */
        public static SeededConversation named(String name) {
            return new SeededConversation("COPILOT", name, null, null, Map.of());
        }
    }

    /**
     * A file; one of string and bytes.
     *
     * @param string the text
     * @param bytes the bytes
     * @param metadata its name
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeededFile(
            @Nullable TransferableString string,
            @Nullable TransferableBytes bytes,
            @Nullable FileMetadata metadata,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public SeededFile {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * The form of a seed; one of fragment and file.
     *
     * @param fragment a piece of text or code
     * @param file a file
     * @param classification {@code specific}, {@code generic}, {@code rendering}
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeededFormat(
            @Nullable SeededFragment fragment,
            @Nullable SeededFile file,
            @Nullable Map<String, Object> classification,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public SeededFormat {
            classification = ProviderModel.objectOrNull(classification);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A piece of text or code; one of string and bytes.
     *
     * @param string the text
     * @param bytes the bytes
     * @param metadata its language
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeededFragment(
            @Nullable TransferableString string,
            @Nullable TransferableBytes bytes,
            @Nullable FragmentMetadata metadata,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public SeededFragment {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The text, or an empty one. */
        public String text() {
            return string == null || string.raw() == null ? "" : string.raw();
        }
    }

    /**
     * The application that registers itself.
     *
     * @param name one of the names that Pieces OS knows; {@code OPEN_SOURCE} suits most
     * @param platform {@code LINUX}, {@code MACOS}, {@code WINDOWS}, {@code WEB} or {@code UNKNOWN}
     * @param version any version text
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeededTrackedApplication(
            String name,
            String platform,
            String version,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public SeededTrackedApplication {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * What is known about a file.
     *
     * @param name its name
     * @param ext its extension
     * @param size its size in bytes
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileMetadata(
            @Nullable String name,
            @Nullable String ext,
            @Nullable Long size,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public FileMetadata {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * What is known about a fragment.
     *
     * @param ext extension of its language: {@code java}, {@code py}, {@code md}
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FragmentMetadata(
            @Nullable String ext, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public FragmentMetadata {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A piece of a text.
     *
     * @param text the piece
     * @param start index of its first character in the original
     * @param end index behind its last character
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TextLocation(
            String text, int start, int end, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public TextLocation {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Bytes on their way, as arrays of ints.
     *
     * @param raw the bytes
     * @param base64 base64 form
     * @param base64Url base64url form
     * @param dataUrl data URL form
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TransferableBytes(
            @Nullable List<Integer> raw,
            @Nullable List<Integer> base64,
            @JsonProperty("base64_url") @Nullable List<Integer> base64Url,
            @JsonProperty("data_url") @Nullable List<Integer> dataUrl,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public TransferableBytes {
            raw = ProviderModel.itemsOrNull(raw);
            base64 = ProviderModel.itemsOrNull(base64);
            base64Url = ProviderModel.itemsOrNull(base64Url);
            dataUrl = ProviderModel.itemsOrNull(dataUrl);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A text on its way.
     *
     * @param raw the text itself; the only form that servers implement
     * @param base64 base64 form
     * @param base64Url base64url form
     * @param dataUrl data URL form
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TransferableString(
            @Nullable String raw,
            @Nullable String base64,
            @JsonProperty("base64_url") @Nullable String base64Url,
            @JsonProperty("data_url") @Nullable String dataUrl,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public TransferableString {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The text itself. */
        public static TransferableString of(String raw) {
            return new TransferableString(raw, null, null, null, Map.of());
        }
    }

    /**
     * Points at a stored object.
     *
     * @param id its id
     * @param reference the whole object, where the server sent it
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reference(
            String id,
            @Nullable Map<String, Object> reference,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public Reference {
            reference = ProviderModel.objectOrNull(reference);
            id = id == null ? "" : id;
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The id alone is enough for the server. */
        public static Reference of(String id) {
            return new Reference(id, null, Map.of());
        }
    }

    /**
     * Stored objects by reference: flattened assets, anchors, messages, ranges.
     *
     * @param iterable the references
     * @param indices position of each id; -1 for one that is gone
     * @param continuous of ranges only
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record References(
            List<Reference> iterable,
            @Nullable Map<String, Integer> indices,
            @Nullable Boolean continuous,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public References {
            iterable = ProviderModel.items(iterable);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** References by id. */
        public static References of(String... ids) {
            return new References(Stream.of(ids).map(Reference::of).toList(), null, null, Map.of());
        }
    }
}
