/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.support.contract.CatalogContract;
import io.camelproviders.support.contract.HeaderContract;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void noHeaderButPathIdsIsReadAndWritten() {
        new HeaderContract(BimpeaiOperations.TABLE, BimpeaiConstants.PREFIX, BimpeaiConstants.class, "IdempotencyKey")
                .check();
    }

    @Test
    void theCatalogListsEveryOperation() throws Exception {
        CatalogContract.checkOperations(BimpeaiOperations.TABLE, "bimpeai");
    }
}
