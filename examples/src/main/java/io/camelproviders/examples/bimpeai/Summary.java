/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

/**
 * What a run comes to.
 *
 * @param waiting messages that customers wrote while the application was down, before this run
 * @param sent messages that customers wrote during this run
 * @param received different messages that the route got
 * @param answered answers that were sent
 * @param reconnects streams that were opened again after their first time
 * @param repeated messages that the provider sent again and the component dropped
 * @param lost messages of customers that have no answer in the provider's book
 * @param duplicated messages that the route got twice or that have two answers
 * @param disordered answers that stand before the answer to an earlier question of the same conversation
 */
record Summary(
        int waiting,
        int sent,
        int received,
        int answered,
        long reconnects,
        long repeated,
        int lost,
        int duplicated,
        int disordered) {

    /**
     * Whether nothing is missing, nothing came twice, and all were answered. After a kill the route may get again what was in flight, so more than
     * expected is no fault, as long as no customer is answered twice.
     */
    boolean good() {
        int expected = waiting + sent;
        return lost == 0 && duplicated == 0 && disordered == 0 && received >= expected && answered >= expected;
    }

    String text() {
        return String.join(
                System.lineSeparator(),
                "Summary",
                "  sent by customers    " + sent + (waiting == 0 ? "" : ", and " + waiting + " before this start"),
                "  received by route    " + received,
                "  answered             " + answered,
                "  reconnects           " + reconnects,
                "  repeats dropped      " + repeated,
                "  out of order         " + disordered,
                "  lost                 " + lost,
                "  duplicated           " + duplicated);
    }
}
