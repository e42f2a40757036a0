/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers the latest ids, to recognise events that a server repeats after a reconnect. The oldest id makes room for
 * a new one. Confined to one thread at a time; not safe without that.
 */
public final class DedupWindow {

    private final int capacity;
    private final Set<String> ids = new LinkedHashSet<>();

    /** Remembers that many ids; with 0 every id is a first one. */
    public DedupWindow(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("the window of known ids must be 0 or more, not " + capacity);
        }
        this.capacity = capacity;
    }

    /** Whether the id is not among the remembered ones; it is from now on. */
    public boolean first(String id) {
        if (capacity == 0) {
            return true;
        }
        if (ids.contains(id)) {
            return false;
        }
        if (ids.size() == capacity) {
            Iterator<String> oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
        return ids.add(id);
    }

    /** Ids remembered now. */
    public int size() {
        return ids.size();
    }
}
