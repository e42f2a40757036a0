/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.springboot;

import io.camelproviders.bimpeai.model.Messages.StreamMessage;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** What the shop says to its customers. */
@Service
public class Answers {

    /**
     * The text to answer with.
     *
     * @param question what the customer wrote
     */
    public String to(StreamMessage question) {
        String asked = String.valueOf(question.message()).toLowerCase(Locale.ROOT);
        if (asked.contains("order")) {
            return "Your order is on its way.";
        }
        return asked.contains("open") ? "We are open every day from ten to six." : "Thank you, we will look into it.";
    }
}
