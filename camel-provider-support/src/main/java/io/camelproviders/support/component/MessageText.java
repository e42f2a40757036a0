/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.spi.Language;

/**
 * Puts back what a message really says. Camel resolves property placeholders in the URI of {@code toD} after it has put the
 * values of the message into it, so <code>{{env:SECRET}}</code> in the words of a customer would be replaced by the secret.
 *
 * <p>A value whose template reads only body, headers, variables and exchange properties can be evaluated once more without
 * side effects; if the result holds a placeholder, it stands for the resolved one.
 */
final class MessageText {

    private static final String PLACEHOLDER = "{{";
    private static final Pattern FUNCTION = Pattern.compile("\\$\\{([^{}]*)}");
    private static final Pattern READS_ONLY =
            Pattern.compile("(in\\.)?(body|bodyAs\\(String\\)|mandatoryBodyAs\\(String\\))"
                    + "|(in\\.)?headers?[.:\\[].+|exchangeProperty[.:\\[].+|variables?[.:\\[].+");

    private MessageText() {}

    /**
     * Replaces resolved values.
     *
     * @param values by option name, as Camel made them from the templates
     * @param templates the same options as the author of the route wrote them
     */
    static void restore(Exchange exchange, Map<String, Object> values, Map<String, Object> templates) {
        values.replaceAll(
                (option, value) -> templates.get(option) instanceof String template && readable(exchange, template)
                        ? unresolved(exchange, template, value)
                        : value);
    }

    private static boolean readable(Exchange exchange, String template) {
        Object body = exchange.getMessage().getBody();
        boolean stream = body instanceof InputStream || body instanceof Reader;
        Matcher functions = FUNCTION.matcher(template);
        boolean any = false;
        while (functions.find()) {
            any = true;
            String function = functions.group(1);
            boolean once = stream && !(body instanceof StreamCache) && function.contains("ody");
            if (once || !READS_ONLY.matcher(function).matches()) {
                return false;
            }
        }
        return any;
    }

    private static Object unresolved(Exchange exchange, String template, Object resolved) {
        rewind(exchange);
        Language simple = exchange.getContext().resolveLanguage("simple");
        String said = simple.createExpression(template).evaluate(exchange, String.class);
        rewind(exchange);
        return said != null && said.contains(PLACEHOLDER) ? said : resolved;
    }

    private static void rewind(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof StreamCache cache) {
            cache.reset();
        }
    }
}
