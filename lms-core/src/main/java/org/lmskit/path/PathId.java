package org.lmskit.path;

import org.lmskit.model.Id;

/**
 * The id of a learning path.
 *
 * @param value 1 to 128 characters without control characters
 */
public record PathId(String value) implements Id {
  /** @throws IllegalArgumentException if it is empty, too long or has control characters */
  public PathId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
