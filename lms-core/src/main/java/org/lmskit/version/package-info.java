/**
 * What courses and learning paths have in common: they are published in versions, each takes effect on its day, and what its
 * plan says then happens to the learners of earlier ones. What a course or a path is, and how one learner moves, is known to
 * the packages above; no host calls this one.
 */
@NullMarked
package org.lmskit.version;

import org.jspecify.annotations.NullMarked;
