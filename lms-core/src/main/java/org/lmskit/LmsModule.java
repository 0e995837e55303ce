package org.lmskit;

import java.util.List;
import java.util.function.Consumer;
import org.lmskit.internal.Reactions;
import org.lmskit.learning.ContentType;
import org.lmskit.store.Kinds;

/**
 * Something that an engine is built with beyond the core: what it stores, which content it runs, and
 * what it does when the core decides something.
 *
 * @param kinds what it stores, the states of its content types included; the store is opened with it
 * @param contentTypes how it runs units
 * @param reactions adds what follows from events, inside their transaction
 */
public record LmsModule(
    Kinds kinds,
    List<ContentType<?, ?, ?, ?>> contentTypes,
    Consumer<Reactions.Builder> reactions) {
  /** Copies the list. */
  public LmsModule {
    contentTypes = List.copyOf(contentTypes);
  }

  /** A module that only runs content of its own. */
  public static LmsModule of(Kinds kinds, ContentType<?, ?, ?, ?>... contentTypes) {
    return new LmsModule(kinds, List.of(contentTypes), reactions -> {});
  }

  /** Its name, unique within an engine. */
  public String name() {
    return kinds.module();
  }
}
