/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import io.camelproviders.testkit.bimpeai.Misbehaviour.Form;
import io.camelproviders.testkit.bimpeai.Misbehaviour.FormKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is scripted and how often still. A conversation's own script goes before the server's. Guarded by this. */
final class Script {

    /** Never used up. */
    static final int ALWAYS = -1;

    private static final class Entry {
        private final Misbehaviour misbehaviour;
        private final @Nullable String conversation;
        private int left;

        Entry(Misbehaviour misbehaviour, @Nullable String conversation, int left) {
            this.misbehaviour = misbehaviour;
            this.conversation = conversation;
            this.left = left;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(Misbehaviour misbehaviour, @Nullable String conversation, int times) {
        Entry entry = new Entry(misbehaviour, conversation, times);
        int at = 0;
        if (conversation == null) {
            at = entries.size();
        } else {
            while (at < entries.size() && entries.get(at).conversation != null) {
                at++;
            }
        }
        entries.add(at, entry);
    }

    synchronized void clear() {
        entries.clear();
    }

    /** How many uses are left, permanent ones not counted. */
    synchronized int left() {
        return entries.stream().mapToInt(entry -> Math.max(0, entry.left)).sum();
    }

    /** Uses up the first that is of this type, fits and belongs here. */
    synchronized <M extends Misbehaviour> Optional<M> take(
            Class<M> type, @Nullable String conversation, Predicate<M> fits) {
        for (Entry entry : entries) {
            boolean here = entry.conversation == null || entry.conversation.equals(conversation);
            if (here && type.isInstance(entry.misbehaviour) && fits.test(type.cast(entry.misbehaviour))) {
                use(entry);
                return Optional.of(type.cast(entry.misbehaviour));
            }
        }
        return Optional.empty();
    }

    /** Uses up one of each kind of form for one event. */
    synchronized List<Form> takeForms(String conversation) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<Form> forms = new ArrayList<>();
        Set<FormKind> missing = EnumSet.allOf(FormKind.class);
        Optional<Form> form;
        do {
            form = take(Form.class, conversation, candidate -> missing.contains(candidate.kind()));
            form.ifPresent(found -> {
                missing.remove(found.kind());
                forms.add(found);
            });
        } while (form.isPresent());
        return forms;
    }

    private void use(Entry entry) {
        if (entry.left != ALWAYS) {
            entry.left--;
            if (entry.left == 0) {
                entries.remove(entry);
            }
        }
    }
}
