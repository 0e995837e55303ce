/**
 * The engine: every operation of every facade is one transaction here. Exported to the modules of
 * LMSKit only.
 */
@NullMarked
package org.lmskit.internal;

import org.jspecify.annotations.NullMarked;
