package org.lmskit.xapi;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may do.
 *
 * @see "xAPI 1.0.3 Communication 4.2"
 */
public enum Scope {
  /** Store statements. */
  STATEMENTS_WRITE("statements/write"),
  /** Read the statements that were stored with the same authority. */
  STATEMENTS_READ_MINE("statements/read/mine"),
  /** Read any statement. */
  STATEMENTS_READ("statements/read"),
  /** Read and write state documents. */
  STATE("state"),
  /** Change what the store knows of activities and agents. */
  DEFINE("define"),
  /** Read and write profile documents. */
  PROFILE("profile"),
  /** Read everything. */
  ALL_READ("all/read"),
  /** Everything. */
  ALL("all");

  private final String id;

  Scope(String id) {
    this.id = id;
  }

  /** The word of the specification. */
  public String id() {
    return id;
  }

  /** The scope with a word of the specification; null if there is none. */
  public static @Nullable Scope named(String id) {
    for (Scope scope : values()) {
      if (scope.id.equals(id)) return scope;
    }
    return null;
  }
}
