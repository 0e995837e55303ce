package org.lmskit.catalog;

import java.util.Locale;
import org.lmskit.model.Id;

/**
 * What a requirement is about: something that is done once and then counts wherever it is asked for.
 *
 * @param kind what sort of thing it is
 * @param id its id among its sort
 */
public record Subject(Kind kind, String id) implements Comparable<Subject> {
  /** The sorts of things that a requirement can ask for. */
  public enum Kind {
    /** A unit of the course that asks. */
    UNIT,
    /** A step of the learning path that asks. */
    STEP,
    /** A course. */
    COURSE,
    /** A learning path. */
    PATH,
    /** A checklist that is observed. */
    CHECKLIST,
    /** A certification. */
    CERTIFICATION
  }

  /** @throws IllegalArgumentException if the id is empty, too long or has control characters */
  public Subject {
    Id.check(id);
  }

  /** A unit of the course that asks. */
  public static Subject unit(String id) {
    return new Subject(Kind.UNIT, id);
  }

  /** A step of the learning path that asks. */
  public static Subject step(String id) {
    return new Subject(Kind.STEP, id);
  }

  /** A course. */
  public static Subject course(String id) {
    return new Subject(Kind.COURSE, id);
  }

  /** A learning path. */
  public static Subject path(String id) {
    return new Subject(Kind.PATH, id);
  }

  /** A certification. */
  public static Subject certification(String id) {
    return new Subject(Kind.CERTIFICATION, id);
  }

  /** A checklist that is observed. */
  public static Subject checklist(String id) {
    return new Subject(Kind.CHECKLIST, id);
  }

  @Override
  public int compareTo(Subject other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + id;
  }
}
