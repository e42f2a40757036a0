/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.fences.badprovider.model;

/** What a model room is for. */
public sealed interface GoodValue {

    /** A case of it. */
    record Text(String text) implements GoodValue {}

    /** Another. */
    enum Fixed implements GoodValue {
        ONE
    }

    /** What makes one. */
    final class Builder {

        private String text = "";

        /** Sets the text. */
        public Builder text(String value) {
            text = value;
            return this;
        }

        /** The value. */
        public GoodValue build() {
            return new Text(text);
        }
    }
}
