/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.stream;

import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.streaming.ChunkReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads one streamed answer of {@code messages/stream}. Pieces, the whole message and unknown chunks are handed on; an
 * error chunk or one that cannot be read ends the answer. It is whole only if both {@code complete} and {@code [DONE]}
 * came: without the former usage and final message are missing, without the latter nobody knows what else is.
 */
public final class ChatroutesChunkReader implements ChunkReader<Frame, ChatroutesEvent> {

    private static final String SCHEME = "chatroutes";
    private static final String OPERATION = "messages/stream";

    private final ChatroutesEventDecoder decoder;
    private final Function<HttpResponse, @Nullable SendResult> ordinary;
    private final UnaryOperator<String> mask;

    private ChatroutesEvent.@Nullable Complete complete;
    private boolean done;
    private long chunks;

    /**
     * @param json reads the chunks
     * @param ordinary opens an answer that came whole; throws the {@code ProviderException} that its status or envelope tells
     */
    public ChatroutesChunkReader(Json json, Function<HttpResponse, @Nullable SendResult> ordinary) {
        this(json, ordinary, UnaryOperator.identity());
    }

    /**
     * @param json reads the chunks
     * @param ordinary opens an answer that came whole; throws the {@code ProviderException} that its status or envelope tells
     * @param mask takes the secrets out of what an error chunk says
     */
    public ChatroutesChunkReader(
            Json json, Function<HttpResponse, @Nullable SendResult> ordinary, UnaryOperator<String> mask) {
        this.decoder = new ChatroutesEventDecoder(json);
        this.ordinary = ordinary;
        this.mask = mask;
    }

    @Override
    public List<ChatroutesEvent> read(Frame item) {
        ChatroutesEvent event = decoder.decode(item);
        if (event instanceof ChatroutesEvent.Fault fault) {
            throw failure(fault);
        }
        if (event instanceof ChatroutesEvent.Done) {
            done = true;
            return List.of();
        }
        if (event instanceof ChatroutesEvent.Complete last) {
            complete = last;
        }
        chunks++;
        return List.of(event);
    }

    /** A service that does not stream, though asked to, answers as {@code messages/send} does. */
    @Override
    public List<ChatroutesEvent> answered(HttpResponse response) {
        SendResult result = ordinary.apply(response);
        if (result == null || result.reply().isEmpty()) {
            throw new DecodeException(blame("the answer is neither a stream nor a message; check baseUrl and proxies")
                    .status(response.status())
                    .build());
        }
        ChatroutesEvent.Complete whole =
                new ChatroutesEvent.Complete(result.reply().orElse(null), result.usage(), result.model());
        complete = whole;
        done = true;
        chunks++;
        return List.of(whole);
    }

    @Override
    public String text(ChatroutesEvent chunk) {
        return chunk instanceof ChatroutesEvent.Content content ? content.text() : "";
    }

    @Override
    public boolean complete() {
        return done;
    }

    @Override
    public String endMark() {
        return "[DONE]";
    }

    @Override
    public Finished finish(String text) {
        ChatroutesEvent.Complete last = complete;
        if (last == null) {
            throw new StreamFaultException(
                    blame(
                                    "the streamed answer ended without its \"complete\" chunk; what had arrived is kept as partial text")
                            .status(200)
                            .build(),
                    null,
                    text,
                    chunks);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        if (last.usage() != null) {
            facts.put("usage", last.usage());
        }
        if (last.model() != null) {
            facts.put("model", last.model());
        }
        Message message = last.message() == null ? Message.assistant(text) : last.message();
        String content = message.content();
        return new Finished(
                content == null ? text : content,
                new SendResult(message, null, null, last.usage(), last.model(), Map.of()),
                facts);
    }

    private ProviderException failure(ChatroutesEvent.Fault fault) {
        ErrorDetails details = blame(mask.apply(fault.message()))
                .status(200)
                .code(fault.code())
                .body(bounded(mask.apply(fault.raw())))
                .build();
        return fault.unreadable() ? new DecodeException(details) : new ProviderFaultException(details);
    }

    private static String bounded(String raw) {
        return raw.length() > 2_000 ? raw.substring(0, 2_000) : raw;
    }

    private static ErrorDetails.Builder blame(String message) {
        return ErrorDetails.builder(message).provider(SCHEME).operation(OPERATION);
    }
}
