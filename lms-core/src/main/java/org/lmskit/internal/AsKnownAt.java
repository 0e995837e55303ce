package org.lmskit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Kind;
import org.lmskit.store.OverlayTransaction;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/**
 * The domain records of one learner as they followed from what was recorded by an instant, that instant included, and
 * those about nobody that go with them. What does not follow from events is shown as it is now.
 */
public final class AsKnownAt {
  private final Reader reader;
  private final Query<LmsEvent> events;
  private final Instant instant;

  private AsKnownAt(Reader reader, Kind<LmsEvent> events, Instant instant) {
    this.reader = reader;
    this.events = Query.of(events);
    this.instant = instant;
  }

  /**
   * Shows them.
   *
   * @param reader all that is known now
   * @param events the kind of the engine's events
   * @param aboutNobody the names of the types of events that are to be taken in beside those of the learner
   */
  public static Reader of(
      Reader reader,
      Kind<LmsEvent> events,
      Projections projections,
      LearnerKey learner,
      Set<String> aboutNobody,
      Instant instant) {
    AsKnownAt then = new AsKnownAt(reader, events, instant);
    OverlayTransaction records = new OverlayTransaction(new Without(reader, projections.kinds()));
    Rebuilt rebuilt = new Rebuilt(records, projections.kinds());
    then.events(learner, aboutNobody).forEach(event -> projections.project(event, rebuilt));
    return records;
  }

  private List<LmsEvent> events(LearnerKey learner, Set<String> aboutNobody) {
    List<Stored<LmsEvent>> found = new ArrayList<>();
    reader.list(events.where("learner", learner.value())).stream()
        .filter(stored -> stored.value().learners().get(0).equals(learner))
        .forEach(found::add);
    found.addAll(reader.list(events.whereAny("type", aboutNobody)));
    found.sort(Comparator.comparing(Stored::position));
    return found.stream()
        .map(Stored::value)
        .filter(event -> !event.recordedAt().isAfter(instant))
        .toList();
  }

  /** Hides the records of some kinds. */
  private record Without(Reader reader, Set<Kind<?>> hidden) implements Reader {
    @Override
    public <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
      return hidden.contains(kind) ? Optional.empty() : reader.find(kind, id);
    }

    @Override
    public <T> List<Stored<T>> findAll(Kind<T> kind, Collection<String> ids) {
      return hidden.contains(kind) ? List.of() : reader.findAll(kind, ids);
    }

    @Override
    public <T> List<Stored<T>> list(Query<T> query) {
      return hidden.contains(query.kind()) ? List.of() : reader.list(query);
    }

    @Override
    public <T> void each(Query<T> query, Consumer<Stored<T>> visitor) {
      if (!hidden.contains(query.kind())) {
        reader.each(query, visitor);
      }
    }

    @Override
    public <T> long count(Query<T> query) {
      return hidden.contains(query.kind()) ? 0 : reader.count(query);
    }

    @Override
    public long position() {
      return reader.position();
    }
  }
}
