/** The embedded xAPI Learning Record Store: statements, documents, attachments, signatures. */
@NullMarked
package org.lmskit.xapi.lrs;

import org.jspecify.annotations.NullMarked;
