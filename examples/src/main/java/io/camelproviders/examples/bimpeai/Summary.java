/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

/**
 * Result of a run.
 *
 * @param waiting messages written while the application was down, before this run
 * @param sent messages written by customers during this run
 * @param received distinct messages received by the route
 * @param answered replies sent
 * @param reconnects connections after the first one of each stream
 * @param duplicates messages that the provider sent again and the component dropped
 * @param lost messages without a reply in the provider's records
 * @param duplicated messages received twice or answered twice
 * @param outOfOrder replies sent before the reply to an earlier message of the same conversation
 */
record Summary(
        int waiting,
        int sent,
        int received,
        int answered,
        long reconnects,
        long duplicates,
        int lost,
        int duplicated,
        int outOfOrder) {

    /**
     * Whether no message was lost or duplicated and all were answered. After a crash, messages that were in flight are delivered again, so the route may
     * receive more than expected, as long as no customer is answered twice.
     */
    boolean good() {
        int expected = waiting + sent;
        return lost == 0 && duplicated == 0 && outOfOrder == 0 && received >= expected && answered >= expected;
    }

    String text() {
        return String.join(
                System.lineSeparator(),
                "Summary",
                "  sent by customers    " + sent + (waiting == 0 ? "" : ", and " + waiting + " before this start"),
                "  received by route    " + received,
                "  answered             " + answered,
                "  reconnects           " + reconnects,
                "  duplicates dropped   " + duplicates,
                "  out of order         " + outOfOrder,
                "  lost                 " + lost,
                "  duplicated           " + duplicated);
    }
}
