package org.lmskit.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lmskit.internal.Scope;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.OverlayTransaction;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.Appointments;

/** What waits for those who sign off; for the packages above too. */
public final class Mentors {
  private static final int TOGETHER = 500;

  private final Reader reader;
  private final Instant now;
  private final ZoneId zone;
  private final Map<String, Checklist> checklists = new HashMap<>();

  /**
   * As of an instant.
   *
   * @param zone of the tenant's days, for people who have none of their own
   */
  public Mentors(Reader reader, Instant now, ZoneId zone) {
    this.reader = reader;
    this.now = now;
    this.zone = zone;
  }

  static Mentors of(Reader reader, Scope scope) {
    return new Mentors(reader, scope.engine().now(), scope.engine().zone().apply(scope.tenant()));
  }

  /** What somebody may sign off today, the most urgent first. */
  public List<SignOffTask> queue(LearnerKey manager) {
    List<SignOffTask> tasks = new ArrayList<>();
    for (List<String> some : parts(below(manager))) {
      List<Observation> awaiting =
          reader.list(Query.of(Observation.KIND).whereAny("awaiting", some)).stream()
              .map(Stored::value)
              .toList();
      Reader together = new OverlayTransaction(reader);
      foreseeManagers(together, awaiting);
      awaiting.forEach(one -> task(together, one, manager).ifPresent(tasks::add));
    }
    tasks.sort(Comparator.comparing(SignOffTask::until)
        .thenComparing(task -> task.observation().observedAt())
        .thenComparing(task -> task.observation().id().value()));
    return tasks;
  }

  /** What everybody has to do with observations, by key; see {@link Observations#workload}. */
  public List<Workload> workload(LocalDate from, LocalDate before) {
    Map<LearnerKey, Workload> all = new TreeMap<>(Comparator.comparing(LearnerKey::value));
    List<Observation> part = new ArrayList<>();
    reader.each(
        Query.of(Observation.KIND).where("state", ObservationState.AWAITING_SIGN_OFF.name()),
        stored -> {
          part.add(stored.value());
          if (part.size() == TOGETHER) {
            addAwaiting(all, part);
            part.clear();
          }
        });
    addAwaiting(all, part);
    Instant first = from.minusDays(1).atStartOfDay(zone).toInstant();
    Instant last = before.plusDays(2).atStartOfDay(zone).toInstant();
    reader.each(Query.of(Observation.KIND).between(first, last), stored -> {
      Observation one = stored.value();
      if (!one.observedOn().isBefore(from) && one.observedOn().isBefore(before)) {
        add(all, one.observer(), 0, 0, 1, 0);
        one.signature().ifPresent(signature -> add(all, signature.signer(), 0, 0, 0, 1));
      }
    });
    return List.copyOf(all.values());
  }

  private void addAwaiting(Map<LearnerKey, Workload> all, List<Observation> awaiting) {
    Reader together = new OverlayTransaction(reader);
    Appointments.foresee(together, awaiting.stream().map(Observation::learner).toList());
    for (Observation one : awaiting) {
      LocalDate today = today(together, one.learner());
      int late = today.isAfter(one.signOffUntil()) ? 1 : 0;
      directManagers(together, one.learner(), today)
          .forEach(manager -> add(all, manager, 1 - late, late, 0, 0));
    }
  }

  private static void add(
      Map<LearnerKey, Workload> all,
      LearnerKey person,
      int awaiting,
      int overdue,
      int observed,
      int signedOff) {
    Workload old = all.getOrDefault(person, Workload.none(person));
    all.put(person, old.plus(awaiting, overdue, observed, signedOff));
  }

  private Optional<SignOffTask> task(Reader together, Observation one, LearnerKey manager) {
    LocalDate today = today(together, one.learner());
    boolean isOpen = Appointments.managersOf(together, one.learner(), today).contains(manager)
        && !one.observer().equals(manager)
        && !today.isAfter(one.signOffUntil());
    return isOpen ? Optional.of(task(together, one, manager, today)) : Optional.empty();
  }

  private SignOffTask task(Reader together, Observation one, LearnerKey manager, LocalDate today) {
    Checklist checklist = checklists.computeIfAbsent(
        one.checklist() + " " + one.ref().version(),
        key -> Checklists.version(reader, one.checklist(), one.ref().version()));
    return new SignOffTask(
        one,
        checklist.title(),
        one.signOffUntil(),
        distance(together, one.learner(), manager, today));
  }

  private static int distance(
      Reader together, LearnerKey learner, LearnerKey manager, LocalDate today) {
    Set<LearnerKey> level = Set.of(learner);
    int distance = 0;
    while (!level.contains(manager)) {
      Set<LearnerKey> above = new LinkedHashSet<>();
      level.forEach(one -> above.addAll(directManagers(together, one, today)));
      level = above;
      distance++;
    }
    return distance;
  }

  private static Set<LearnerKey> directManagers(
      Reader together, LearnerKey learner, LocalDate day) {
    Set<LearnerKey> found = new LinkedHashSet<>();
    Appointments.on(together, learner, day).forEach(one -> one.manager().ifPresent(found::add));
    return found;
  }

  /** Reads together the appointments of whom was observed, and of all who ever stood above them. */
  private static void foreseeManagers(Reader together, List<Observation> observations) {
    Set<LearnerKey> seen = new LinkedHashSet<>();
    observations.forEach(one -> seen.add(one.learner()));
    Collection<LearnerKey> level = List.copyOf(seen);
    while (!level.isEmpty()) {
      Appointments.foresee(together, level);
      List<LearnerKey> above = new ArrayList<>();
      for (LearnerKey one : level) {
        Appointments.of(together, one).stream()
            .flatMap(appointment -> appointment.manager().stream())
            .filter(seen::add)
            .forEach(above::add);
      }
      level = above;
    }
  }

  /** All who stand below somebody today, wherever it is which day. */
  private Set<LearnerKey> below(LearnerKey manager) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    Set<LearnerKey> found = new LinkedHashSet<>();
    Collection<LearnerKey> level = List.of(manager);
    while (!level.isEmpty()) {
      List<LearnerKey> next = new ArrayList<>();
      for (List<String> some : parts(level)) {
        reader.list(Query.of(Appointment.KIND).whereAny("manager", some)).stream()
            .map(stored -> stored.value())
            .filter(one -> holdsAround(one, today))
            .map(Appointment::learner)
            .filter(found::add)
            .forEach(next::add);
      }
      level = next;
    }
    return found;
  }

  private static boolean holdsAround(Appointment one, LocalDate today) {
    return one.holdsOn(today) || one.holdsOn(today.minusDays(1)) || one.holdsOn(today.plusDays(1));
  }

  private LocalDate today(Reader together, LearnerKey learner) {
    return Appointments.dayOf(together, learner, now, zone);
  }

  private static List<List<String>> parts(Collection<LearnerKey> keys) {
    List<String> all = keys.stream().map(LearnerKey::value).toList();
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += Query.MAX_VALUES) {
      parts.add(all.subList(from, Math.min(all.size(), from + Query.MAX_VALUES)));
    }
    return parts;
  }
}
