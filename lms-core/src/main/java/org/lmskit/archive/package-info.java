/** A tenant as a file: exported line by line, imported equal into any store, and deleted whole. */
@NullMarked
package org.lmskit.archive;

import org.jspecify.annotations.NullMarked;
