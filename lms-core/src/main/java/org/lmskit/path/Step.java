package org.lmskit.path;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;

/**
 * One step of a learning path.
 *
 * @param id unique within the path
 * @param title shown to learners
 * @param subject what has to be done: a course, a certification, a checklist or another path
 * @param scoreOrNull the least scaled score of a course, -1 to 1; null if completing it is enough
 * @param opens when it opens for a learner
 * @param dueOrNull the last day on which it is done in time; null without one
 * @param required whether the path needs it, unless the path says itself what completes it
 * @param unlessOrNull what makes it needless, such as a passed placement test; null for nothing
 */
public record Step(
    StepId id,
    Text title,
    Subject subject,
    @Nullable BigDecimal scoreOrNull,
    Opening opens,
    @Nullable DayRule dueOrNull,
    boolean required,
    @Nullable Requirement unlessOrNull) {
  /** @throws IllegalArgumentException if nobody can do it by itself: a unit or another step */
  public Step {
    if (subject.kind() == Subject.Kind.UNIT || subject.kind() == Subject.Kind.STEP) {
      throw new IllegalArgumentException("step " + id + " over " + subject);
    }
  }

  /** A required step that is open at once. */
  public static Step of(String id, String title, Subject subject) {
    return new Step(
        new StepId(id), Text.of(title), subject, null, Opening.AT_ONCE, null, true, null);
  }

  /** The same with this title. */
  public Step withTitle(Text next) {
    return new Step(id, next, subject, scoreOrNull, opens, dueOrNull, required, unlessOrNull);
  }

  /** The same, and its course has to be passed with at least this scaled score. */
  public Step withScore(BigDecimal least) {
    return new Step(id, title, subject, least, opens, dueOrNull, required, unlessOrNull);
  }

  /** The same, opening like this. */
  public Step opening(Opening next) {
    return new Step(id, title, subject, scoreOrNull, next, dueOrNull, required, unlessOrNull);
  }

  /** The same, opening on a day at the earliest. */
  public Step opening(DayRule day) {
    return opening(new Opening(day, opens.after(), opens.whenOrNull()));
  }

  /** The same, opening only after this step too. */
  public Step after(String step) {
    return opening(opens.after(step));
  }

  /** The same, due on this day. */
  public Step due(DayRule day) {
    return new Step(id, title, subject, scoreOrNull, opens, day, required, unlessOrNull);
  }

  /** The same, not needed for completing the path. */
  public Step optional() {
    return new Step(id, title, subject, scoreOrNull, opens, dueOrNull, false, unlessOrNull);
  }

  /** The same, satisfied too by whoever meets this. */
  public Step unless(Requirement condition) {
    return new Step(id, title, subject, scoreOrNull, opens, dueOrNull, required, condition);
  }

  /** The rule of the last day on which it is done in time. */
  public Optional<DayRule> due() {
    return Optional.ofNullable(dueOrNull);
  }

  /** What makes it needless. */
  public Optional<Requirement> unless() {
    return Optional.ofNullable(unlessOrNull);
  }

  /** Whether a learner is enrolled on what it asks for. */
  public boolean leads() {
    return subject.kind() == Subject.Kind.COURSE || subject.kind() == Subject.Kind.PATH;
  }

  /** What satisfies it, apart from what makes it needless. */
  public Requirement.Leaf leaf() {
    return switch (subject.kind()) {
      case CERTIFICATION -> new Requirement.Certified(subject);
      case CHECKLIST -> new Requirement.Observed(subject);
      default ->
        scoreOrNull == null
            ? new Requirement.Completed(subject)
            : new Requirement.Passed(subject, scoreOrNull);
    };
  }
}
