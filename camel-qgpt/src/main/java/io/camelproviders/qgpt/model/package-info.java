/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What do requests and answers hold? Entries: {@code QgptQuestionInput}, {@code QgptRelevanceInput} and
 * {@code QgptStreamInput}. Records of the Pieces OS API, tolerant to unknown fields and values. May use: Jackson annotations,
 * common's {@code ProviderModel}.
 */
@NullMarked
package io.camelproviders.qgpt.model;

import org.jspecify.annotations.NullMarked;
