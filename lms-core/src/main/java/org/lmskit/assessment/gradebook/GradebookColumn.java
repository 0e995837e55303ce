package org.lmskit.assessment.gradebook;

import org.lmskit.model.Rational;

/**
 * Something that is graded.
 *
 * @param id as grades name it; for a course the id of a unit
 * @param weight its part in the whole, relative to that of the others
 */
public record GradebookColumn(String id, Rational weight) {}
