/** What counts although it was not done here: learning from elsewhere, and courses that count as others. */
@NullMarked
package org.lmskit.recognition;

import org.jspecify.annotations.NullMarked;
