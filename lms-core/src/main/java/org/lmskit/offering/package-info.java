/** Training that happens at a place and a time: seats, waitlists and who was there. */
@NullMarked
package org.lmskit.offering;

import org.jspecify.annotations.NullMarked;
