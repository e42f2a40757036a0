/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import static io.camelproviders.bimpeai.operation.BimpeaiOperations.paged;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.patch;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.post;
import static io.camelproviders.core.operation.Operation.get;

import io.camelproviders.bimpeai.model.Calls.Call;
import io.camelproviders.bimpeai.model.Calls.CallDetail;
import io.camelproviders.bimpeai.model.Calls.CallOutcome;
import io.camelproviders.bimpeai.model.Calls.MakeCall;
import io.camelproviders.bimpeai.model.PhoneNumbers.CreatePhoneNumberRequest;
import io.camelproviders.bimpeai.model.PhoneNumbers.PhoneNumber;
import io.camelproviders.bimpeai.model.PhoneNumbers.PhoneNumberDetail;
import io.camelproviders.bimpeai.model.PhoneNumbers.PhoneNumberRequest;
import io.camelproviders.bimpeai.model.PhoneNumbers.UpdatePhoneNumber;
import io.camelproviders.core.operation.Operation;
import java.util.List;

/** Calls and telephone numbers. */
final class PhoneOperations {

    private static final String CALLS = "/agents/{agentId}/calls";
    private static final String NUMBERS = "/phone-numbers";

    // Singular on the wire.
    private static final String REQUESTS = NUMBERS + "/request";

    private PhoneOperations() {}

    static List<Operation.Builder> all() {
        return List.of(
                paged("calls/list", CALLS)
                        .title("Lists the calls of an agent.")
                        .query("is_test_call", Boolean.class)
                        .query("status", String.class)
                        .list(Call.class),
                post("calls/make", CALLS)
                        .title("Calls a number.")
                        .body(MakeCall.class, "destination", "is_test_call")
                        .returns(CallOutcome.class),
                get("calls/retrieve", CALLS + "/{callId}")
                        .title("Gets a call with what was said.")
                        .returns(CallDetail.class),
                paged("phone-numbers/list", NUMBERS)
                        .title("Lists the telephone numbers.")
                        .list(PhoneNumber.class),
                get("phone-numbers/retrieve", NUMBERS + "/{phoneNumberId}")
                        .title("Gets a telephone number.")
                        .returns(PhoneNumberDetail.class),
                patch("phone-numbers/update", NUMBERS + "/{phoneNumberId}")
                        .title("Gives a telephone number to an agent, takes it back, or labels it.")
                        .body(UpdatePhoneNumber.class)
                        .returns(PhoneNumberDetail.class),
                paged("phone-number-requests/list", REQUESTS)
                        .title("Lists the requests for telephone numbers.")
                        .list(PhoneNumberRequest.class),
                post("phone-number-requests/create", REQUESTS)
                        .title("Asks for telephone numbers.")
                        .body(
                                CreatePhoneNumberRequest.class,
                                "business_name",
                                "intended_use",
                                "region",
                                "agent_count",
                                "outbound_minutes"));
    }
}
