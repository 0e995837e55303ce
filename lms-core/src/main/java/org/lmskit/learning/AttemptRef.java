package org.lmskit.learning;

import org.lmskit.model.AttemptId;
import org.lmskit.model.UnitId;

/**
 * Names an attempt and what it is about, in events and records.
 *
 * @param of the enrollment that it belongs to
 * @param unit the unit that is worked on
 * @param attempt which
 * @param number 1 for the first attempt on this unit in this enrollment
 */
public record AttemptRef(EnrollmentRef of, UnitId unit, AttemptId attempt, int number) {}
