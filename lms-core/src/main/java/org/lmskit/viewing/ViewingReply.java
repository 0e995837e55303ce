package org.lmskit.viewing;

import java.math.BigDecimal;

/**
 * How far the learner is.
 *
 * @param share how much he has seen, 0 to 1, with 7 digits
 * @param place where he was last, to go on from there
 * @param acknowledged whether he confirmed it
 * @param completed whether the rule is fulfilled
 */
public record ViewingReply(BigDecimal share, long place, boolean acknowledged, boolean completed) {}
