package org.lmskit.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.CatalogEvent.CourseVersionTookEffect;
import org.lmskit.catalog.ContentAsked;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Unit;
import org.lmskit.catalog.UnitContent;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.learning.EnrollmentEvent.CompletionCorrected;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.version.Rollout;
import org.lmskit.workforce.WorkforceEvent.LearnerErased;

/** What this package stores, and what it does when others decide something; for {@code Lms}. */
public final class Learning {
  /** What this package stores; states of content types come on top. */
  public static final List<Kind<?>> KINDS = List.of(Enrollment.KIND, Attempt.KIND);

  private static final Rollout<CourseVersion, Enrollment> ROLLOUT =
      Catalog.rollout(new Migration());

  private final Map<String, ContentType<?, ?, ?, ?>> types = new HashMap<>();
  private final Set<String> external;

  /**
   * With these content types.
   *
   * @param external the names of the types of units that packages above report; see {@link ExternalUnits}
   * @throws IllegalArgumentException if two have one name
   */
  public Learning(List<ContentType<?, ?, ?, ?>> contentTypes, Set<String> external) {
    this.external = Set.copyOf(external);
    for (ContentType<?, ?, ?, ?> type : contentTypes) {
      if (external.contains(type.name()) || types.put(type.name(), type) != null) {
        throw new IllegalArgumentException("two content types are named " + type.name());
      }
    }
  }

  /** The kinds of states of content types, each once. */
  public static List<Kind<?>> kinds(List<ContentType<?, ?, ?, ?>> contentTypes) {
    List<Kind<?>> kinds = new ArrayList<>();
    for (ContentType<?, ?, ?, ?> type : contentTypes) {
      kinds.add(type.states());
      type.learnerStates().ifPresent(kinds::add);
    }
    return kinds.stream().distinct().collect(Collectors.toList());
  }

  /** Registers what follows from events of the packages below. */
  public void register(Reactions.Builder reactions) {
    reactions.on(CourseVersionPublished.class, (event, op) -> requireKnown(event, op));
    reactions.on(CourseVersionPublished.class, (e, op) -> ROLLOUT.published(e.version(), op));
    reactions.on(
        CourseVersionTookEffect.class, (e, op) -> ROLLOUT.tookEffect(e.course(), e.number(), op));
    reactions.on(EnrollmentCompleted.class, (e, op) -> ROLLOUT.completed(e, e.enrollment(), op));
    reactions.on(CompletionCorrected.class, (e, op) -> ROLLOUT.completed(e, e.enrollment(), op));
    reactions.on(LearnerErased.class, (event, op) -> forget(event.learner(), op));
  }

  /** Registers which content can be run. */
  public void register(Questions.Builder questions) {
    questions.on(ContentAsked.class, (asked, asking) -> answer(asked.content(), asking.reader()));
  }

  private ContentAsked.Answer answer(UnitContent content, Reader reader) {
    if (!isKnown(content)) {
      return ContentAsked.Answer.TYPE_UNKNOWN;
    }
    ContentType<?, ?, ?, ?> type = types.get(content.type());
    return type == null || type.knows(content.reference(), reader)
        ? ContentAsked.Answer.NOT_MINE
        : ContentAsked.Answer.UNPUBLISHED;
  }

  /** Registers what becomes due. */
  public static void register(TimerHandlers.Builder timers) {
    ROLLOUT.register(timers);
  }

  /** Registers how enrollments and attempts follow from events. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(Enrollment.KIND, Attempt.KIND)
        .on(LearningEvent.class, LearningProjection::enrollment)
        .on(AttemptEvent.class, LearningProjection::attempt);
  }

  private void requireKnown(CourseVersionPublished event, Operation op) {
    for (Unit unit : event.version().course().units()) {
      UnitContent content = unit.content();
      ContentAsked.Answer answer = answer(content, op.tx());
      if (answer == ContentAsked.Answer.TYPE_UNKNOWN) {
        throw new RejectedException(
            LearningReason.CONTENT_TYPE_UNKNOWN,
            "unit " + unit.id() + " is " + content.type() + ", known are "
                + types.keySet().stream().sorted().toList());
      }
      if (answer == ContentAsked.Answer.UNPUBLISHED) {
        throw new RejectedException(
            LearningReason.CONTENT_UNKNOWN,
            "unit " + unit.id() + " is " + content.type() + " " + content.reference()
                + ", which is not there",
            Map.of("unit", unit.id().value(), "content", content.reference()));
      }
    }
  }

  private boolean isKnown(UnitContent content) {
    return types.containsKey(content.type()) || external.contains(content.type());
  }

  /** Content's own state can hold anything a person typed, so it goes with him. */
  private void forget(LearnerKey learner, Operation op) {
    List<String> attempts =
        op.tx().list(Query.of(Attempt.KIND).where("learner", learner.value())).stream()
            .map(Stored::id)
            .toList();
    for (ContentType<?, ?, ?, ?> type : types.values()) {
      delete(op, type.states(), attempts);
      type.learnerStates().ifPresent(kind -> delete(op, kind, List.of(learner.value())));
    }
  }

  private static <T> void delete(Operation op, Kind<T> kind, List<String> ids) {
    List<Stored<T>> old = op.tx().findAll(kind, ids);
    op.tx().delete(old.stream().distinct().toList());
  }
}
