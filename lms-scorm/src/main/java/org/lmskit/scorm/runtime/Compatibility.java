package org.lmskit.scorm.runtime;

import java.util.EnumMap;
import java.util.Map;

/**
 * The compatibility switches of a package: the defaults of its version and what differs.
 *
 * @param version whose defaults hold
 * @param changed what differs from them
 */
public record Compatibility(CmiVersion version, Map<Switch, Integer> changed) {
  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if a value is negative
   */
  public Compatibility {
    changed.forEach(Switch::check);
    changed = Map.copyOf(changed);
  }

  /** The defaults of a version. */
  public static Compatibility standard(CmiVersion version) {
    return new Compatibility(version, Map.of());
  }

  /** These switches with one changed; 1 or 0 for one that is on or off. */
  public Compatibility with(Switch which, int value) {
    var next = new EnumMap<Switch, Integer>(Switch.class);
    next.putAll(changed);
    next.put(which, value);
    return new Compatibility(version, next);
  }

  /** These switches with one turned on or off. */
  public Compatibility with(Switch which, boolean on) {
    return with(which, on ? 1 : 0);
  }

  /** The value of a switch. */
  public int value(Switch which) {
    return changed.getOrDefault(which, which.standard(version));
  }

  /** Whether a switch is on. */
  public boolean is(Switch which) {
    return value(which) != 0;
  }
}
