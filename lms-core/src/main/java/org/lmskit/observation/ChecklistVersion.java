package org.lmskit.observation;

import java.time.Instant;

/**
 * A checklist as it was published; observations name the version by which they were made.
 *
 * @param number from 1
 * @param checklist what was published
 * @param publishedAt when
 */
public record ChecklistVersion(int number, Checklist checklist, Instant publishedAt) {}
