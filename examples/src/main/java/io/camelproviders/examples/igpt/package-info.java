/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * A user's connected data in routes: digests on a schedule, new findings, the way from a link to an indexed data source. Entries:
 * {@link io.camelproviders.examples.igpt.ScheduledDigest}, {@link io.camelproviders.examples.igpt.NewFindings},
 * {@link io.camelproviders.examples.igpt.Onboarding}. They run as they stand, on an embedded fake, and on iGPT with a key.
 */
@NullMarked
package io.camelproviders.examples.igpt;

import org.jspecify.annotations.NullMarked;
