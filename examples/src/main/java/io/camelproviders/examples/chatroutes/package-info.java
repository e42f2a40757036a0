/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Branching conversations through ChatRoutes. Entries: {@link io.camelproviders.examples.chatroutes.BranchingWhatIf},
 * {@link io.camelproviders.examples.chatroutes.LongConversation}, {@link io.camelproviders.examples.chatroutes.LiveAnswer}.
 */
@NullMarked
package io.camelproviders.examples.chatroutes;

import org.jspecify.annotations.NullMarked;
