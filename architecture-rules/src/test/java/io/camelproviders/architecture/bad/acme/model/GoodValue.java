/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.architecture.bad.acme.model;

/** An allowed type. */
public sealed interface GoodValue {

    /** A record. */
    record Text(String text) implements GoodValue {}

    /** An enum. */
    enum Fixed implements GoodValue {
        ONE
    }

    /** A builder. */
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
