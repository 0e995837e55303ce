package org.lmskit.observation;

import java.time.LocalDate;
import org.lmskit.catalog.Text;

/**
 * An observation that somebody may sign off.
 *
 * @param observation which
 * @param title of its checklist
 * @param until the last day on which it can be signed off
 * @param distance how far above the learner he stands: 1 for a direct manager
 */
public record SignOffTask(Observation observation, Text title, LocalDate until, int distance) {}
