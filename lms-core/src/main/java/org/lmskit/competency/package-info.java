/** What people can do, by what evidence, and what their positions need. */
@NullMarked
package org.lmskit.competency;

import org.jspecify.annotations.NullMarked;
