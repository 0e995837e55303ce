package org.lmskit.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done: a tree of conditions over courses, units, certifications and observations. Waived counts as done.
 * {@link RequirementCheck} says whether it can be published, {@link Evaluation#of} how far a learner is.
 */
public sealed interface Requirement {
  /** A condition without parts. */
  sealed interface Leaf extends Requirement {
    /** What it asks for; absent for a date. */
    Optional<Subject> subject();
  }

  /** Each of them. */
  record All(List<Requirement> of) implements Requirement {
    /** Copies the list. */
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of them. */
  record Any(List<Requirement> of) implements Requirement {
    /** Copies the list. */
    public Any {
      of = List.copyOf(of);
    }
  }

  /**
   * Some of them: at least a number, and at least a sum of credits.
   *
   * @param count how many, 0 or more
   * @param credits the sum of the credits of those that are done, 0 or more
   */
  record AtLeast(int count, BigDecimal credits, List<Option> of) implements Requirement {
    /** Copies the list. */
    public AtLeast {
      of = List.copyOf(of);
    }
  }

  /**
   * One of several.
   *
   * @param credits what it earns, 0 or more
   */
  record Option(Requirement requirement, BigDecimal credits) {}

  /** It is completed. */
  record Completed(Subject of) implements Leaf {
    @Override
    public Optional<Subject> subject() {
      return Optional.of(of);
    }
  }

  /**
   * It is passed.
   *
   * @param scoreOrNull the least scaled score, -1 to 1; absent if being passed is enough
   */
  record Passed(Subject of, @Nullable BigDecimal scoreOrNull) implements Leaf {
    @Override
    public Optional<Subject> subject() {
      return Optional.of(of);
    }

    /** The least scaled score, -1 to 1. */
    public Optional<BigDecimal> score() {
      return Optional.ofNullable(scoreOrNull);
    }
  }

  /** A checklist was observed, passed and signed off. */
  record Observed(Subject of) implements Leaf {
    @Override
    public Optional<Subject> subject() {
      return Optional.of(of);
    }
  }

  /** An award of the certification is valid. */
  record Certified(Subject of) implements Leaf {
    @Override
    public Optional<Subject> subject() {
      return Optional.of(of);
    }
  }

  /** The day has come; holds from that day on. */
  record After(LocalDate day) implements Leaf {
    @Override
    public Optional<Subject> subject() {
      return Optional.empty();
    }
  }

  /** Each of them. */
  static Requirement all(Requirement... of) {
    return new All(Arrays.asList(of));
  }

  /** At least one of them. */
  static Requirement any(Requirement... of) {
    return new Any(Arrays.asList(of));
  }

  /** At least so many of them. */
  static Requirement atLeast(int count, Requirement... of) {
    return new AtLeast(
        count,
        BigDecimal.ZERO,
        Arrays.stream(of).map(one -> new Option(one, BigDecimal.ZERO)).toList());
  }

  /** At least so many of them, with at least so many credits. */
  static Requirement atLeast(int count, BigDecimal credits, Option... of) {
    return new AtLeast(count, credits, Arrays.asList(of));
  }

  /** One of several, and what it earns. */
  static Option option(Requirement requirement, BigDecimal credits) {
    return new Option(requirement, credits);
  }

  /** A course is completed. */
  static Requirement completed(String course) {
    return new Completed(Subject.course(course));
  }

  /** A step of the learning path that asks is satisfied. */
  static Requirement step(String step) {
    return new Completed(Subject.step(step));
  }

  /** A course is passed with at least this scaled score. */
  static Requirement passed(String course, BigDecimal score) {
    return new Passed(Subject.course(course), score);
  }

  /** A checklist was observed, passed and signed off. */
  static Requirement observed(String checklist) {
    return new Observed(Subject.checklist(checklist));
  }

  /** An award of the certification is valid. */
  static Requirement certified(String certification) {
    return new Certified(Subject.certification(certification));
  }

  /** The day has come. */
  static Requirement after(LocalDate day) {
    return new After(day);
  }

  /** The parts of a tree; empty for a leaf. */
  default List<Requirement> parts() {
    if (this instanceof All all) {
      return all.of();
    }
    if (this instanceof Any any) {
      return any.of();
    }
    return this instanceof AtLeast some
        ? some.of().stream().map(Option::requirement).toList()
        : List.of();
  }
}
