package org.lmskit.version;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lmskit.event.LmsEvent;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Timer;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.Id;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;

/**
 * Brings the learners of earlier versions to a later one, as its plan says: when it takes effect, and on its sunset day, which
 * begins at 00:00 of the tenant.
 *
 * @param <V> a version
 * @param <E> an enrollment
 */
public final class Rollout<V extends Published, E> {
  private final Versions<?, V> versions;
  private final Enrollees<V, E> enrollees;
  private final Day<V, E> effect = new Effect();
  private final Day<V, E> sunset = new Sunset();

  /** For the learners of these versions. */
  public Rollout(Versions<?, V> versions, Enrollees<V, E> enrollees) {
    this.versions = versions;
    this.enrollees = enrollees;
  }

  /** What a day of a version brings. */
  private interface Day<V, E> {
    boolean concerns(Operation op, Standing one, V to);

    /** Harmless for whom it does not concern. */
    void treat(Operation op, Stored<E> one, V to);
  }

  /** Registers what happens on the days of versions. */
  public void register(TimerHandlers.Builder timers) {
    timers
        .on(versions.rest(), (timer, op) -> inParts(effect, timer, op))
        .on(versions.sunset(), (timer, op) -> inParts(sunset, timer, op))
        .concerning(versions.effective(), new OfSome(effect))
        .concerning(versions.rest(), new OfSome(effect))
        .concerning(versions.sunset(), new OfSome(sunset));
  }

  /** A version was published. */
  public void published(V to, Operation op) {
    if (to.number() == 1) {
      return;
    }
    if (!to.effectiveOn().isAfter(op.today())) {
      takeEffect(to, op);
    }
    to.plan()
        .sunset()
        .filter(to.effectiveOn()::isBefore)
        .ifPresent(day -> Versions.setTimer(op, versions.sunset(), to, day, "sunset"));
  }

  /** A version took effect that was published before. */
  public void tookEffect(Id of, int number, Operation op) {
    takeEffect(versions.find(op.tx(), of, number).orElseThrow(), op);
  }

  private void takeEffect(V to, Operation op) {
    Timer now = Timer.of(op.now(), versions.rest() + ":" + to.key(), "rest");
    inParts(effect, now, op);
  }

  /** Whoever is told late to have completed an earlier version before a later one took effect trains again as others did. */
  public void completed(LmsEvent told, EnrollmentId id, Operation op) {
    if (!told.effectiveOn().isBefore(op.today())) {
      return;
    }
    E enrollment = op.tx().find(enrollees.kind(), id.value()).orElseThrow().value();
    Standing one = enrollees.standing(enrollment);
    if (versions.inEffect(op, one.on(), one.version() + 1).stream()
        .anyMatch(version -> retrains(op, one, version))) {
      enrollees.retrain(op, enrollment);
    }
  }

  /** The day on which a version takes effect. */
  private final class Effect implements Day<V, E> {
    @Override
    public boolean concerns(Operation op, Standing one, V to) {
      return one.moves(to) || retrains(op, one, to);
    }

    @Override
    public void treat(Operation op, Stored<E> stored, V to) {
      Standing one = enrollees.standing(stored.value());
      if (one.moves(to)) {
        enrollees.move(op, stored, to, to.effectiveOn());
      } else if (retrains(op, one, to)) {
        enrollees.retrain(op, stored.value());
      }
    }
  }

  /** The first day on which nobody is on an earlier version any more. */
  private final class Sunset implements Day<V, E> {
    @Override
    public boolean concerns(Operation op, Standing one, V to) {
      return one.isBehind(to);
    }

    @Override
    public void treat(Operation op, Stored<E> stored, V to) {
      if (enrollees.standing(stored.value()).isBehind(to)) {
        enrollees.move(op, stored, to, to.plan().sunset().orElseThrow());
      }
    }
  }

  /** What is to be done for some learners alone on a day. */
  private final class OfSome implements TimerHandlers.Concern {
    private final Day<V, E> day;

    OfSome(Day<V, E> day) {
      this.day = day;
    }

    @Override
    public Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation op) {
      V to = versions.of(op.tx(), timer);
      return there(op, of(op, learners, to.id())).stream()
          .map(stored -> enrollees.standing(stored.value()))
          .filter(one -> day.concerns(op, one, to))
          .map(Standing::learner)
          .collect(Collectors.toSet());
    }

    @Override
    public void settle(Timer timer, Set<LearnerKey> learners, Operation op) {
      V to = versions.of(op.tx(), timer);
      List<String> keys = learners.stream().map(LearnerKey::value).toList();
      there(op, of(op, keys, to.id())).forEach(stored -> day.treat(op, stored, to));
    }
  }

  private void inParts(Day<V, E> day, Timer timer, Operation op) {
    V to = versions.of(op.tx(), timer);
    op.inParts(
        timer,
        enrollees.on(to),
        part -> there(op, part).forEach(stored -> day.treat(op, stored, to)));
  }

  private boolean retrains(Operation op, Standing one, V to) {
    return one.retrains(to)
        && of(op, List.of(one.learner().value()), one.on()).stream()
            .map(other -> enrollees.standing(other.value()))
            .noneMatch(other -> other.cycle() > one.cycle());
  }

  /** By learner alone: asked for the course or path too, a database looks through all who are on it. */
  private List<Stored<E>> of(Operation op, Collection<String> learners, Id on) {
    return op.tx().list(Query.of(enrollees.kind()).whereAny("learner", learners)).stream()
        .filter(stored -> enrollees.standing(stored.value()).on().equals(on))
        .toList();
  }

  /** Of all but those who were erased: nobody works or is trained again under a key that leads nowhere. */
  private List<Stored<E>> there(Operation op, List<Stored<E>> all) {
    return Learners.present(
        op.tx(), all, stored -> enrollees.standing(stored.value()).learner());
  }
}
