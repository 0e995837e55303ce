/** Where items are kept, version by version. */
@NullMarked
package org.lmskit.assessment.bank;

import org.jspecify.annotations.NullMarked;
