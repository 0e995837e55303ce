package org.lmskit.assignment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published rule: it never changes.
 *
 * @param number from 1, in the order of publication
 * @param rule what was published
 * @param from the first day on which it holds
 * @param retired whether from that day on nobody matches it
 * @param recordedAt when it was published
 */
public record RuleVersion(
    int number, AssignmentRule rule, LocalDate from, boolean retired, Instant recordedAt) {}
