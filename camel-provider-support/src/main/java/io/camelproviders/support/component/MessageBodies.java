/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.util.IOHelper;
import org.jspecify.annotations.Nullable;

/** Bodies as they stand in a message, with Camel's own wrappers taken off. Nothing is converted or read. */
final class MessageBodies {

    private MessageBodies() {}

    /** The body; a {@code StreamCache} from its beginning, of a {@code WrappedFile} the file or its content. */
    static @Nullable Object of(Message message) {
        Object body = message.getBody();
        if (body instanceof WrappedFile<?> wrapped) {
            Object file = wrapped.getFile();
            body = file instanceof File || file instanceof Path ? file : wrapped.getBody();
        }
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        return body;
    }

    /** The charset that the exchange names for its body; UTF-8 if it names none, or one that this machine does not have. */
    static Charset charset(Exchange exchange) {
        String name = ExchangeHelper.getCharsetName(exchange, false);
        String type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class);
        if (name == null && type != null) {
            name = IOHelper.getCharsetNameFromContentType(type);
        }
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // Whoever sent the message chose the name; it must not make the call fail.
            return StandardCharsets.UTF_8;
        }
    }
}
