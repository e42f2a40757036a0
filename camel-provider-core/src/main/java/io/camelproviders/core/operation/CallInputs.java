/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.http.HttpHeader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of one call come from. A parameter takes the first of endpoint URI, header and message body; path ids
 * and {@code user} take the first of endpoint URI, header, component and message body.
 *
 * <p><b>Empty values are passed on as they are</b>, because the {@link RequestBinder} tells them apart from absent ones:
 * an empty value in the URI pins a parameter to "not given", and an empty {@code user}, path id or required text is
 * refused in every place. Null means that the place does not mention the parameter at all.
 */
public interface CallInputs {

    /** Value of an option that the endpoint URI sets; an empty string if it sets an empty value. */
    @Nullable
    Object uri(String optionName);

    /** Value of the header {@code Camel<Scheme><headerSuffix>}, of whatever type it has. */
    @Nullable
    Object header(String headerSuffix);

    /** Component option; returns values for path ids and {@code user} only. */
    @Nullable
    Object fallback(String optionName);

    /** {@code param.<wire_name>} options in the URI's order, with or without the prefix {@code param.}. */
    Map<String, Object> extras();

    /**
     * The message body as it is in the exchange, neither converted nor read. Of Camel's own types only the ones that
     * the JDK does not know are unwrapped: a {@code StreamCache} into an {@code InputStream}, {@code Reader} or
     * {@code StreamSource}, a {@code WrappedFile} into its {@code File} or its content.
     *
     * <p>Textual are {@code CharSequence}, {@code Character}, {@code Number}, {@code Boolean}, {@code Enum},
     * {@code UUID}, {@code java.time} values and {@code Date}, {@code byte[]}, {@code ByteBuffer}, {@code InputStream},
     * {@code Reader}, {@code File}, {@code Path}, {@code StreamSource} and DOM {@code Node}; fields are {@code Map},
     * {@code JsonNode} and request records. Every other type is refused by its name.
     */
    @Nullable
    Object body();

    /** Charset of textual bodies that consist of bytes; UTF-8 unless the exchange names another one. */
    default Charset charset() {
        return StandardCharsets.UTF_8;
    }

    /**
     * Scheme and name of the operation whose response the message body is, {@code igpt:recall/ask} for example; null if
     * the body is not known to be a response. A call notes the body that it set, and the note holds as long as the body
     * is that same object. Responses are never read as request fields. Records, {@code ProviderMap} and
     * {@code ProviderList} are recognised without this note; a bare text is not.
     */
    default @Nullable String responseOf() {
        return null;
    }

    /**
     * Whether a textual body of an operation with a text parameter is that text (the default) or a JSON object. Only the
     * endpoint decides this, never the message.
     */
    boolean textInput();

    /** Additional request headers from {@code httpHeader.<name>}. */
    List<HttpHeader> httpHeaders();

    /** Idempotency key that the caller chose, or null. */
    @Nullable
    String idempotencyKey();

    /** Request timeout that the caller chose, or null for the component's. */
    @Nullable
    Duration requestTimeout();
}
