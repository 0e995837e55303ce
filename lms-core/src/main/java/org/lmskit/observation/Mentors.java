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
import java.util.Set;
import java.util.TreeMap;
import org.lmskit.internal.Scope;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.Appointments;

/** What waits for those who sign off; for the packages above too. */
public final class Mentors {
  private final Reader reader;
  private final Instant now;
  private final ZoneId zone;
  private final Map<LearnerKey, LocalDate> days = new HashMap<>();

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
      reader.each(Query.of(Observation.KIND).whereAny("awaiting", some), stored -> {
        Observation one = stored.value();
        LocalDate today = today(one.learner());
        int distance = Appointments.managersOf(reader, one.learner(), today).indexOf(manager);
        boolean isOpen =
            distance >= 0 && !one.observer().equals(manager) && !today.isAfter(one.signOffUntil());
        if (isOpen) {
          tasks.add(task(one, manager, today));
        }
      });
    }
    tasks.sort(Comparator.comparing(SignOffTask::until)
        .thenComparing(task -> task.observation().observedAt())
        .thenComparing(task -> task.observation().id().value()));
    return tasks;
  }

  /** What everybody has to do with observations, by key; see {@link Observations#workload}. */
  public List<Workload> workload(LocalDate from, LocalDate before) {
    Map<LearnerKey, Workload> all = new TreeMap<>(Comparator.comparing(LearnerKey::value));
    reader.each(
        Query.of(Observation.KIND).where("state", ObservationState.AWAITING_SIGN_OFF.name()),
        stored -> {
          Observation one = stored.value();
          LocalDate today = today(one.learner());
          int late = today.isAfter(one.signOffUntil()) ? 1 : 0;
          directManagers(one.learner(), today)
              .forEach(manager -> add(all, manager, 1 - late, late, 0, 0));
        });
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

  private SignOffTask task(Observation one, LearnerKey manager, LocalDate today) {
    Checklist checklist = Checklists.version(reader, one.checklist(), one.ref().version());
    return new SignOffTask(
        one, checklist.title(), one.signOffUntil(), distance(one.learner(), manager, today));
  }

  private int distance(LearnerKey learner, LearnerKey manager, LocalDate today) {
    Set<LearnerKey> level = Set.of(learner);
    int distance = 0;
    while (!level.contains(manager)) {
      Set<LearnerKey> above = new LinkedHashSet<>();
      level.forEach(one -> above.addAll(directManagers(one, today)));
      level = above;
      distance++;
    }
    return distance;
  }

  private Set<LearnerKey> directManagers(LearnerKey learner, LocalDate day) {
    Set<LearnerKey> found = new LinkedHashSet<>();
    Appointments.on(reader, learner, day).forEach(one -> one.manager().ifPresent(found::add));
    return found;
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

  private LocalDate today(LearnerKey learner) {
    return days.computeIfAbsent(learner, key -> Appointments.dayOf(reader, key, now, zone));
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
