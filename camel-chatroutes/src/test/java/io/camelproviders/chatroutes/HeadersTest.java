/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.chatroutes.operation.ChatroutesOperations;
import io.camelproviders.support.contract.CatalogContract;
import io.camelproviders.support.contract.HeaderContract;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void noHeaderButPathIdsIsReadAndWritten() {
        new HeaderContract(ChatroutesOperations.TABLE, ChatroutesConstants.PREFIX, ChatroutesConstants.class).check();
    }

    @Test
    void theCatalogListsEveryOperation() throws Exception {
        CatalogContract.checkOperations(ChatroutesOperations.TABLE, "chatroutes");
    }
}
