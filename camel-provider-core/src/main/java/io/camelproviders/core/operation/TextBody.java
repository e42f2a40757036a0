/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LimitExceededException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Node;

/** Message bodies that are text, of whatever type: read once, up to {@link #MAX_SIZE} characters or bytes. */
final class TextBody {

    /** Longest text: characters for types made of characters, bytes for types made of bytes. */
    static final int MAX_SIZE = 16 * 1024 * 1024;

    private TextBody() {}

    /** Whether a body of this type is text. A type that is not listed here is none, even if it has a telling toString. */
    static boolean isText(Object body) {
        return ParameterValue.isScalar(body)
                || body instanceof byte[]
                || body instanceof ByteBuffer
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof File
                || body instanceof Path
                || body instanceof StreamSource
                || body instanceof Node;
    }

    /**
     * The text of a body, with U+FFFD for bytes that the charset does not know.
     *
     * @throws LimitExceededException if it is longer than {@link #MAX_SIZE}
     * @throws InvalidRequestException if it cannot be read
     */
    static String read(Object body, Charset charset) {
        try {
            if (ParameterValue.isScalar(body)) {
                return bounded(ParameterValue.print(body));
            }
            if (body instanceof Reader reader) {
                return characters(reader);
            }
            if (body instanceof StreamSource source) {
                return source(source, charset);
            }
            if (body instanceof Node node) {
                return bounded(xml(node));
            }
            return new String(bytes(body), charset);
        } catch (IOException | TransformerException e) {
            throw new InvalidRequestException(
                    ErrorDetails.of("the message body (" + typeName(body) + ") cannot be read; nothing was sent"), e);
        }
    }

    /** Name of a body's type, for error texts. */
    static String typeName(Object body) {
        String simple = body.getClass().getSimpleName();
        return simple.isEmpty() ? body.getClass().getName() : simple;
    }

    private static byte[] bytes(Object body) throws IOException {
        if (body instanceof byte[] bytes) {
            limit(bytes.length);
            return bytes;
        }
        if (body instanceof ByteBuffer buffer) {
            limit(buffer.remaining());
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        if (body instanceof InputStream stream) {
            return drained(stream);
        }
        Path file = body instanceof File local ? local.toPath() : (Path) body;
        return drained(Files.newInputStream(file));
    }

    private static byte[] drained(InputStream stream) throws IOException {
        try (stream) {
            byte[] bytes = stream.readNBytes(MAX_SIZE + 1);
            limit(bytes.length);
            return bytes;
        }
    }

    private static String characters(Reader reader) throws IOException {
        try (reader) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8_192];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
                limit(text.length());
            }
            return text.toString();
        }
    }

    /** A source that only names a resource is not followed: the name may come from outside. */
    private static String source(StreamSource source, Charset charset) throws IOException {
        if (source.getReader() != null) {
            return characters(source.getReader());
        }
        if (source.getInputStream() != null) {
            return new String(drained(source.getInputStream()), charset);
        }
        throw new InvalidRequestException(
                ErrorDetails.of("the message body is a StreamSource without content; nothing was sent"));
    }

    private static String xml(Node node) throws TransformerException {
        if (node instanceof CharacterData || node.getNodeType() == Node.ATTRIBUTE_NODE) {
            return node.getNodeValue();
        }
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(node), new StreamResult(text));
        return text.toString();
    }

    private static String bounded(String text) {
        limit(text.length());
        return text;
    }

    private static void limit(int size) {
        if (size > MAX_SIZE) {
            throw new LimitExceededException(
                    ErrorDetails.of("the message body is longer than " + MAX_SIZE + " bytes; nothing was sent"));
        }
    }
}
