/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import io.camelproviders.igpt.operation.IgptOperations;
import io.camelproviders.support.contract.CatalogContract;
import io.camelproviders.support.contract.HeaderContract;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void noHeaderButPathIdsIsReadAndWritten() {
        new HeaderContract(IgptOperations.TABLE, IgptConstants.PREFIX, IgptConstants.class).check();
    }

    @Test
    void theCatalogListsEveryOperation() throws Exception {
        CatalogContract.checkOperations(IgptOperations.TABLE, "igpt");
    }
}
