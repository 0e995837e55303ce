package org.lmskit.assignment;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.GroupId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;

/** A rule that a learner matches or does not, on a day. */
public sealed interface Audience {
  /** A condition without parts. */
  sealed interface Leaf extends Audience {}

  /**
   * One of his appointments of the day is in a part of the organisation or below it, and as a position.
   *
   * @param unitOrNull the part; null for any
   * @param positionOrNull the position; null for any
   */
  record Appointed(@Nullable OrgUnitId unitOrNull, @Nullable PositionId positionOrNull)
      implements Leaf {}

  /** He is in a group. */
  record InGroup(GroupId group) implements Leaf {}

  /** He has an attribute of this value. */
  record HasAttribute(String name, String value) implements Leaf {}

  /** Each of them. */
  record All(List<Audience> of) implements Audience {
    /** Copies the list. */
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of them. */
  record Any(List<Audience> of) implements Audience {
    /** Copies the list. */
    public Any {
      of = List.copyOf(of);
    }
  }

  /** Whoever does not match. */
  record Not(Audience of) implements Audience {}

  /** Everybody who has an appointment. */
  static Audience staff() {
    return new Appointed(null, null);
  }

  /** Everybody with an appointment in a part of the organisation, or below it. */
  static Audience unit(String unit) {
    return new Appointed(new OrgUnitId(unit), null);
  }

  /** Everybody with an appointment as this position. */
  static Audience position(String position) {
    return new Appointed(null, new PositionId(position));
  }

  /** Everybody with an appointment that is both, in a part of the organisation and as a position. */
  static Audience appointed(String unit, String position) {
    return new Appointed(new OrgUnitId(unit), new PositionId(position));
  }

  /** Everybody in a group. */
  static Audience group(String group) {
    return new InGroup(new GroupId(group));
  }

  /** Everybody with an attribute of this value. */
  static Audience attribute(String name, String value) {
    return new HasAttribute(name, value);
  }

  /** Whoever matches this one and the other, by whichever appointments. */
  default Audience and(Audience other) {
    return new All(List.of(this, other));
  }

  /** Whoever matches this one, or the other, or both. */
  default Audience or(Audience other) {
    return new Any(List.of(this, other));
  }

  /** Whoever does not match. */
  default Audience negated() {
    return new Not(this);
  }

  /** Whoever matches all of these. */
  static Audience all(Audience... parts) {
    return new All(Arrays.asList(parts));
  }

  /** Whoever matches at least one of these. */
  static Audience any(Audience... parts) {
    return new Any(Arrays.asList(parts));
  }
}
