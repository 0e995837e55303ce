package org.lmskit.xapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of agents; identified, or anonymous with its members listed.
 *
 * @param name the name; null if unknown
 * @param identifier says which group is meant; null if it is anonymous
 * @param members at least one if the group is anonymous; their order means nothing
 * @see "xAPI 1.0.3 Data 2.4.2.2"
 */
public record Group(@Nullable String name, @Nullable Identifier identifier, List<Agent> members)
    implements Actor {
  /** @throws IllegalArgumentException if the group has neither an identifier nor members */
  public Group {
    members = List.copyOf(members);
    if (identifier == null && members.isEmpty()) {
      throw new IllegalArgumentException("an anonymous group has members");
    }
  }

  /** A group that is known only by its members. */
  public static Group anonymous(List<Agent> members) {
    return new Group(null, null, members);
  }

  /** A group with an identifier and no listed members. */
  public static Group of(Identifier identifier) {
    return new Group(null, identifier, List.of());
  }

  /** Whether it is known only by its members. */
  public boolean isAnonymous() {
    return identifier == null;
  }
}
