package org.lmskit.version;

import java.time.LocalDate;
import java.util.List;

/** A version, and from when on it is the current one: until a later one takes effect. */
public interface Version {
  /** 1 for the first. */
  int number();

  /** The first day on which it is current, in the tenant's zone. */
  LocalDate effectiveOn();

  /**
   * The version that is current on a day: the newest in effect, the first of all before that.
   *
   * @param versions all of them, the oldest first; their days never go back
   */
  static <V extends Version> V on(List<V> versions, LocalDate day) {
    V current = versions.get(0);
    for (V version : versions) {
      current = version.effectiveOn().isAfter(day) ? current : version;
    }
    return current;
  }
}
