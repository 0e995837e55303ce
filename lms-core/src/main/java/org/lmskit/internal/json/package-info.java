/** Reads canonical JSON text into records without a parser's tokens and trees, and declines what it does not know. */
@NullMarked
package org.lmskit.internal.json;

import org.jspecify.annotations.NullMarked;
