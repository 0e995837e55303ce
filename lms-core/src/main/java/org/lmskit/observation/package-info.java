/** What qualified people saw learners do, and who signed for it. */
@NullMarked
package org.lmskit.observation;

import org.jspecify.annotations.NullMarked;
