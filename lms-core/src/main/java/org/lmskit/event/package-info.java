/** What happened: the envelope that all events share, and how a host hears of them. */
@NullMarked
package org.lmskit.event;

import org.jspecify.annotations.NullMarked;
