/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

/** What a transport has to know of its calls. */
interface CallObserver {

    /** The response head has arrived. */
    void began();

    /** No socket could be opened, because this process has no file descriptor left. */
    void outOfDescriptors();

    /** The call is over. */
    void ended(HttpCall call);
}
