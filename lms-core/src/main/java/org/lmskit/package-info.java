/** The entry point: a host builds one {@link org.lmskit.Lms} and everything hangs off it. */
@NullMarked
package org.lmskit;

import org.jspecify.annotations.NullMarked;
