/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.qgpt.operation.QgptOperations;
import io.camelproviders.support.contract.CatalogContract;
import io.camelproviders.support.contract.HeaderContract;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void noHeaderButPathIdsIsReadAndWritten() {
        new HeaderContract(QgptOperations.TABLE, QgptConstants.PREFIX, QgptConstants.class).check();
    }

    @Test
    void theCatalogListsEveryOperation() throws Exception {
        CatalogContract.checkOperations(QgptOperations.TABLE, "qgpt");
    }
}
