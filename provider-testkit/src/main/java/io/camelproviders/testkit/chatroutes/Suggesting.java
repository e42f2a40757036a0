/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Suggests a branch for each sentence, in their order. */
final class Suggesting {

    private static final int MOST = 10;

    private Suggesting() {}

    static Reply suggest(Call call) {
        String text = call.required("text");
        Map<String, Object> fields = call.fields();
        int count = fields.get("suggestionsCount") instanceof Number number ? number.intValue() : 3;
        if (count < 1 || count > MOST) {
            throw Refused.invalid("suggestionsCount must be 1 to 10");
        }
        List<Map<String, Object>> all = new ArrayList<>();
        int start = 0;
        for (String sentence : text.split("(?<=[.!?])\\s+", -1)) {
            int at = text.indexOf(sentence, start);
            all.add(suggestion(all.size() + 1, sentence, at));
            start = at + sentence.length();
        }
        boolean hybrid = Boolean.TRUE.equals(fields.get("hybridDetection"));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("detectionMethod", hybrid ? "hybrid" : "pattern");
        metadata.put("totalBranchPointsFound", all.size());
        if (fields.get("llmModel") instanceof String model) {
            metadata.put("modelUsed", model);
        }
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("suggestions", all.subList(0, Math.min(count, all.size())));
        found.put("metadata", metadata);
        return Reply.data(found);
    }

    private static Map<String, Object> suggestion(int number, String sentence, int at) {
        Map<String, Object> suggestion = new LinkedHashMap<>();
        suggestion.put("id", "sug_" + number);
        suggestion.put("title", "Branch " + number);
        suggestion.put("description", "About: " + sentence);
        suggestion.put("triggerText", sentence);
        suggestion.put("branchPoint", Map.of("start", at, "end", at + sentence.length()));
        suggestion.put("confidence", 0.9);
        suggestion.put("reasoning", "A sentence of its own");
        suggestion.put("estimatedDivergence", "medium");
        return suggestion;
    }
}
