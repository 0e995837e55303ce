package org.lmskit.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.lmskit.event.LmsEvent;
import org.lmskit.store.Kind;

/**
 * How domain records follow from events: what {@link Replay} rebuilds a tenant with.
 *
 * <p>A deciding package registers, beside its reactions and timers, which kinds it rebuilds and what
 * each event does to them, by the very folds that its operations use:
 *
 * <pre>{@code
 * public static void register(Projections.Builder projections) {
 *   projections
 *       .rebuilds(LearningPathEntry.KIND, PathVersion.KIND)
 *       .on(PathPublished.class, (event, records) -> records.put(PathVersion.KIND, event.version()))
 *       .on(PathEvent.class, (event, records) ->
 *           records.change(Progress.KIND, event.progress().value(), old -> ProgressFold.after(old, event)));
 * }
 * }</pre>
 *
 * <p>and {@code Lms} calls that method where it collects the others. A projection reads nothing but the
 * event and records that earlier events made; it knows no clock, no id, no chance and no personal
 * record. A mutable kind of the core that nobody rebuilds fails a test, unless it stands on the list of
 * what is no domain record: content's own state, drafts, personal records, and the engine's bookkeeping.
 */
public final class Projections {
  private final List<Entry<?>> entries;
  private final Set<Kind<?>> kinds;

  private record Entry<E extends LmsEvent>(Class<E> type, BiConsumer<E, Rebuilt> projection) {
    void project(LmsEvent event, Rebuilt records) {
      if (type.isInstance(event)) {
        projection.accept(type.cast(event), records);
      }
    }
  }

  private Projections(List<Entry<?>> entries, Set<Kind<?>> kinds) {
    this.entries = List.copyOf(entries);
    this.kinds = Set.copyOf(kinds);
  }

  /** The kinds whose records follow from events alone. */
  public Set<Kind<?>> kinds() {
    return kinds;
  }

  void project(LmsEvent event, Rebuilt records) {
    for (Entry<?> entry : entries) {
      entry.project(event, records);
    }
  }

  /** Collects projections. */
  public static final class Builder {
    private final List<Entry<?>> entries = new ArrayList<>();
    private final Set<Kind<?>> kinds = new HashSet<>();

    /** Says that the records of these kinds follow from events alone. */
    public Builder rebuilds(Kind<?>... rebuilt) {
      kinds.addAll(List.of(rebuilt));
      return this;
    }

    /**
     * Adds what an event of this type does to records, a whole family included. Projections of one
     * event run in the order of registration, so those of lower packages come first.
     */
    public <E extends LmsEvent> Builder on(Class<E> type, BiConsumer<E, Rebuilt> projection) {
      entries.add(new Entry<>(type, projection));
      return this;
    }

    /** All that were added. */
    public Projections build() {
      return new Projections(entries, kinds);
    }
  }
}
