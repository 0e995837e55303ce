/** What can be learned: courses, their immutable versions and units. */
@NullMarked
package org.lmskit.catalog;

import org.jspecify.annotations.NullMarked;
