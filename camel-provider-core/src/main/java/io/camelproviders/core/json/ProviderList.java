/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** An unmodifiable list that a provider answered; a type of its own so that converters leave the user's lists alone. */
public final class ProviderList<T> extends AbstractList<T> implements RandomAccess {

    private final List<T> items;

    public ProviderList(List<T> items) {
        this.items = List.copyOf(items);
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
