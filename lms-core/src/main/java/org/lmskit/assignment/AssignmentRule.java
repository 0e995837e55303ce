package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;

/**
 * Who must do what by when: as long as somebody matches the audience, the rule is a reason for his duty.
 *
 * @param id the rule, over all its versions
 * @param audience whom it is about
 * @param subject a course, a learning path or a certification
 * @param dueOrNull the last day on which it is done in time; null without one
 * @param allowance from when due days count for people of whom the engine hears late
 * @param exit what becomes of the open duty of somebody who leaves the audience
 * @param mode what it does when people come or go
 * @param reminders what the host is told as the due day comes and goes
 * @param fromOrNull the first day on which it holds; null for the day of its publication
 */
public record AssignmentRule(
    RuleId id,
    Audience audience,
    Subject subject,
    @Nullable DayRule dueOrNull,
    Allowance allowance,
    ExitPolicy exit,
    RuleMode mode,
    Reminders reminders,
    @Nullable LocalDate fromOrNull) {
  /** A rule without a due day, by the defaults: WITHDRAW_IF_NOT_STARTED, FROM_EFFECTIVE, UPDATE. */
  public static AssignmentRule of(String id, Audience audience, Subject subject) {
    return new AssignmentRule(
        new RuleId(id),
        audience,
        subject,
        null,
        Allowance.FROM_EFFECTIVE,
        ExitPolicy.WITHDRAW_IF_NOT_STARTED,
        RuleMode.UPDATE,
        Reminders.NONE,
        null);
  }

  /** The same, due on this day. */
  public AssignmentRule due(DayRule day) {
    return new AssignmentRule(
        id, audience, subject, day, allowance, exit, mode, reminders, fromOrNull);
  }

  /** The same with this allowance for people of whom the engine hears late. */
  public AssignmentRule allowing(Allowance other) {
    return new AssignmentRule(
        id, audience, subject, dueOrNull, other, exit, mode, reminders, fromOrNull);
  }

  /** The same with this exit policy. */
  public AssignmentRule exit(ExitPolicy other) {
    return new AssignmentRule(
        id, audience, subject, dueOrNull, allowance, other, mode, reminders, fromOrNull);
  }

  /** The same in this mode. */
  public AssignmentRule mode(RuleMode other) {
    return new AssignmentRule(
        id, audience, subject, dueOrNull, allowance, exit, other, reminders, fromOrNull);
  }

  /** The same with these reminders and escalations. */
  public AssignmentRule reminding(Reminders other) {
    return new AssignmentRule(
        id, audience, subject, dueOrNull, allowance, exit, mode, other, fromOrNull);
  }

  /** The same for this audience. */
  public AssignmentRule audience(Audience other) {
    return new AssignmentRule(
        id, other, subject, dueOrNull, allowance, exit, mode, reminders, fromOrNull);
  }

  /** The same from this day on. */
  public AssignmentRule from(LocalDate day) {
    return new AssignmentRule(
        id, audience, subject, dueOrNull, allowance, exit, mode, reminders, day);
  }

  /** The last day on which it is done in time. */
  public Optional<DayRule> due() {
    return Optional.ofNullable(dueOrNull);
  }
}
