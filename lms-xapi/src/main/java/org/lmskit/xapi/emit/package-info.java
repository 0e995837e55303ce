/** Turns what happens in the learning management system into statements. */
@NullMarked
package org.lmskit.xapi.emit;

import org.jspecify.annotations.NullMarked;
