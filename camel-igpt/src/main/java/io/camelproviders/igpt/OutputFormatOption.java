/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.igpt.model.Runs.RunResult;
import io.camelproviders.igpt.operation.IgptProtocol;
import io.camelproviders.igpt.schema.OutputFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an endpoint asks for answers, and what it makes of them. What the URI says counts before the message's
 * own {@code output_format}, and that before the component's.
 */
final class OutputFormatOption {

    private static final String FIELD = "output_format";

    private final @Nullable OutputFormat configured;
    private final boolean pinned;
    private final Secrets secrets;

    private OutputFormatOption(@Nullable OutputFormat configured, boolean pinned, Secrets secrets) {
        this.configured = configured;
        this.pinned = pinned;
        this.secrets = secrets;
    }

    /**
     * Reads {@code outputFormat} and {@code outputClass}.
     *
     * @param pinned whether the URI itself gives one of them
     */
    static OutputFormatOption of(IgptConfiguration options, boolean pinned, CamelContext context, Secrets secrets) {
        String format = options.getOutputFormat();
        Class<?> type = type(options.getOutputClass(), context);
        OutputFormat parsed = format == null ? null : OutputFormat.parse(text(format, context), Json.standard());
        if (type != null) {
            parsed = parsed == null ? OutputFormat.of(type) : parsed.boundTo(type);
        }
        return new OutputFormatOption(parsed, pinned, secrets);
    }

    private static @Nullable Class<?> type(@Nullable String name, CamelContext context) {
        if (name == null) {
            return null;
        }
        Class<?> found = context.getClassResolver().resolveClass(name.strip());
        if (found == null) {
            throw new InvalidRequestException(
                    ErrorDetails.of("outputClass " + name + " was not found; give the full name of a class"));
        }
        return found;
    }

    private static String text(String format, CamelContext context) {
        if (!ResourceHelper.hasScheme(format) || format.strip().startsWith("{")) {
            return format;
        }
        try (InputStream in = ResourceHelper.resolveMandatoryResourceAsInputStream(context, format)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidRequestException(
                    ErrorDetails.of("outputFormat names the resource " + format + ", which cannot be read"), e);
        }
    }

    /** The call with the form that counts. */
    OperationCall asked(OperationCall call) {
        Map<String, Object> body = call.body();
        boolean own = body != null && body.get(FIELD) != null;
        if (configured != null && (pinned || !own)) {
            return call.withField(FIELD, configured.wire());
        }
        if (own) {
            // A schema of the message's own that is none fails here, before it costs anything.
            OutputFormat unused = format(call);
        }
        return call;
    }

    /** The answer of an ordinary call; a structured one is the body, what stood beside it became headers. */
    CallResult received(OperationCall call, CallResult result) {
        OutputFormat format = format(call);
        if (plain(format)) {
            return result;
        }
        Object answer = result.value() instanceof RunResult run ? output(run) : result.value();
        Object value = read(call, format, answer, result.head().status());
        return new CallResult(
                value, result.page(), result.head(), result.requestId(), result.attempts(), result.attributes());
    }

    /**
     * The body of a streamed answer: the structured value; else the result of a run; else the text of an ask, or its
     * chunks if there is no text in them.
     */
    @Nullable
    Object streamed(OperationCall call, StreamingResult answer) {
        OutputFormat format = format(call);
        int status = answer.head() == null ? 0 : answer.head().status();
        if (answer.result() instanceof RunResult run) {
            return plain(format) ? run : read(call, format, output(run), status);
        }
        if (!plain(format)) {
            return read(call, format, answer.text().isEmpty() ? last(answer.result()) : answer.text(), status);
        }
        return answer.text().isEmpty() ? answer.result() : answer.text();
    }

    private static boolean plain(OutputFormat format) {
        return format.schema().isEmpty() && format.type().isEmpty();
    }

    private static Map<String, Object> output(RunResult run) {
        Object output = run.output();
        return output == null ? Map.of() : Collections.singletonMap("output", output);
    }

    private static @Nullable Object last(@Nullable Object result) {
        return result instanceof List<?> chunks && !chunks.isEmpty() ? chunks.get(chunks.size() - 1) : result;
    }

    /** The form that a call asks for. */
    private OutputFormat format(OperationCall call) {
        Object wire = call.body() == null ? null : call.body().get(FIELD);
        if (configured != null && configured.wire().equals(wire)) {
            return configured;
        }
        if (wire instanceof Map<?, ?> map) {
            return OutputFormat.schema(Json.standard().map(map));
        }
        return OutputFormat.TEXT;
    }

    private @Nullable Object read(OperationCall call, OutputFormat format, @Nullable Object answer, int status) {
        try {
            return format.read(answer, Json.standard());
        } catch (DecodeException e) {
            ErrorDetails details = e.details();
            String body = details.body();
            throw e.with(details.toBuilder()
                    .provider(IgptProtocol.SCHEME)
                    .operation(call.operation().name())
                    .requestId(call.requestId())
                    .status(status)
                    .body(body == null ? null : secrets.mask(body))
                    .build());
        }
    }
}
