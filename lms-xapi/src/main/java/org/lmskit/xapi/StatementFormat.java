package org.lmskit.xapi;

import org.jspecify.annotations.Nullable;

/**
 * How much of a statement is returned.
 *
 * @see "xAPI 1.0.3 Communication 2.1.3, format"
 */
public enum StatementFormat {
  /** As little as identifies agents, activities and verbs. */
  IDS("ids"),
  /** As it was received. */
  EXACT("exact"),
  /** With the store's own definitions of activities, in one language. */
  CANONICAL("canonical");

  private final String id;

  StatementFormat(String id) {
    this.id = id;
  }

  /** The word of the specification. */
  public String id() {
    return id;
  }

  /** The format with a word of the specification; null if there is none. */
  public static @Nullable StatementFormat named(String id) {
    for (StatementFormat format : values()) {
      if (format.id.equals(id)) return format;
    }
    return null;
  }
}
