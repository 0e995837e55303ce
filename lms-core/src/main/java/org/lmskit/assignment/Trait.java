package org.lmskit.assignment;

import java.time.LocalDate;

/**
 * That a learner came to be in a group or to have an attribute that a rule asks for, or ceased to.
 *
 * @param leaf the condition
 * @param holds whether it holds from that day on
 * @param day the first day
 */
record Trait(Audience.Leaf leaf, boolean holds, LocalDate day) {}
