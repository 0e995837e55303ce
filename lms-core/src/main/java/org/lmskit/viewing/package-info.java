/** The content types that need no player of their own: documents, videos, links and pages. */
@NullMarked
package org.lmskit.viewing;

import org.jspecify.annotations.NullMarked;
