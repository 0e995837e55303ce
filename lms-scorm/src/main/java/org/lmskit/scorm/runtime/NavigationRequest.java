package org.lmskit.scorm.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A navigation that content asked for.
 *
 * @param request {@code continue}, {@code previous}, {@code choice}, {@code jump}, {@code exit},
 *     {@code exitAll}, {@code abandon}, {@code abandonAll} or {@code suspendAll}
 * @param targetOrNull the identifier of the item to go to, for choice and jump
 */
public record NavigationRequest(String request, @Nullable String targetOrNull) {
  /** The identifier of the item to go to, for choice and jump. */
  public Optional<String> target() {
    return Optional.ofNullable(targetOrNull);
  }

  /** Reads a legal value of {@code adl.nav.request}; null for none. */
  static @Nullable NavigationRequest of(@Nullable String value) {
    if (value == null || value.equals("_none_")) {
      return null;
    }
    if (!value.startsWith("{target=")) {
      return new NavigationRequest(value, null);
    }
    int end = value.indexOf('}');
    return new NavigationRequest(
        value.substring(end + 1), value.substring("{target=".length(), end));
  }
}
