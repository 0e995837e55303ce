package org.lmskit.assessment.grading;

import org.lmskit.assessment.ItemScore;

/**
 * An item's score before and after.
 *
 * @param before by the old version
 * @param after by the new one
 */
public record ItemChange(ItemScore before, ItemScore after) {}
