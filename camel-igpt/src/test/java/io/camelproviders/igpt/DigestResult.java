/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import java.util.List;

/** What the tests bind answers to. */
public record DigestResult(String headline, List<String> points, int urgency) {}
