/** Who may enroll himself on what: policies of courses, requests, and what is decided of them. */
@NullMarked
package org.lmskit.admission;

import org.jspecify.annotations.NullMarked;
