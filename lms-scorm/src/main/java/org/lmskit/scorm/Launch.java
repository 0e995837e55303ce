package org.lmskit.scorm;

import org.lmskit.learning.Attempt;

/**
 * One launch of a SCORM unit: what the player works on.
 *
 * @param id names it in calls and navigation requests
 * @param attempt that it belongs to
 */
public record Launch(String id, Attempt attempt) {}
