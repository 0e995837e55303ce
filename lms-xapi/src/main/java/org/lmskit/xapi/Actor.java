package org.lmskit.xapi;

import org.jspecify.annotations.Nullable;

/**
 * Who did something: an {@link Agent} or a {@link Group}.
 *
 * @see "xAPI 1.0.3 Data 2.4.2"
 */
public sealed interface Actor extends StatementObject permits Agent, Group {
  /** The full name, for people to read; null if unknown. */
  @Nullable
  String name();

  /** The inverse functional identifier; null only for an anonymous group. */
  @Nullable
  Identifier identifier();
}
