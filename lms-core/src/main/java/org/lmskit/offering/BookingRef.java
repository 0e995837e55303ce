package org.lmskit.offering;

import org.lmskit.model.LearnerKey;

/**
 * Which booking, of whom, in what.
 *
 * @param booking its id
 * @param offering in which
 * @param learner whose
 */
public record BookingRef(BookingId booking, OfferingId offering, LearnerKey learner) {}
