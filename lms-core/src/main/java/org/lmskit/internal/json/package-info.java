/** Reads and writes records as canonical JSON text without tokens and trees, and declines what it does not know. */
@NullMarked
package org.lmskit.internal.json;

import org.jspecify.annotations.NullMarked;
