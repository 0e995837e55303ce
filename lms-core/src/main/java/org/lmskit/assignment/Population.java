package org.lmskit.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Timer;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.GroupMembership;
import org.lmskit.workforce.Learner;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.OrgUnit;

/**
 * The people who match audiences, and where their duties stand; read in parts of a few hundred, for the packages above.
 * Belongs to the read that it was made in. Those who were erased are left out.
 */
public final class Population {
  private final Reader reader;
  private final Library library;
  private final OrgChart chart;

  /**
   * Of these records.
   *
   * @param asking for what packages above know
   * @param zone of the tenant
   * @param today the day in that zone
   */
  public Population(Asking asking, ZoneId zone, LocalDate today) {
    this.reader = asking.reader();
    this.library = new Library(asking, zone, () -> today);
    this.chart = new OrgChart(id -> reader.find(OrgUnit.KIND, id.value()).map(Stored::value));
  }

  /** Visits the people who match an audience on a day. */
  public void each(Audience audience, LocalDate day, Consumer<List<Member>> visitor) {
    everMatching(List.of(audience), members -> {
      List<Member> matching =
          members.stream().filter(member -> member.matches(audience, day)).toList();
      if (!matching.isEmpty()) {
        visitor.accept(matching);
      }
    });
  }

  /** Visits all people who could match one of these audiences on some day, perhaps more. */
  public void everMatching(Collection<Audience> audiences, Consumer<List<Member>> visitor) {
    Set<Audience.Leaf> traits = audiences.stream()
        .flatMap(audience -> AudienceLogic.leaves(audience).stream())
        .filter(leaf -> !(leaf instanceof Audience.Appointed))
        .collect(Collectors.toSet());
    Optional<Set<LearnerKey>> some = new Candidates(reader).ever(audiences);
    List<Learner> next = new ArrayList<>();
    Consumer<Learner> collect = learner -> {
      next.add(learner);
      if (next.size() == Known.TOGETHER) {
        visitor.accept(members(next, traits));
        next.clear();
      }
    };
    if (some.isPresent()) {
      learners(List.copyOf(some.get()), collect);
    } else {
      reader.each(Query.of(Learner.KIND), stored -> collect.accept(stored.value()));
    }
    if (!next.isEmpty()) {
      visitor.accept(members(next, traits));
    }
  }

  /** The people of these keys, at most 500; those who were erased are left out. */
  public Map<LearnerKey, Learner> learners(Collection<LearnerKey> keys) {
    Map<LearnerKey, Learner> found = new HashMap<>();
    learners(List.copyOf(keys), learner -> found.put(learner.key(), learner));
    return found;
  }

  /**
   * Where people stand on a day with all that ever was their duty by then, as {@link Assignments#standing} says it; each
   * sorted by subject.
   *
   * @param members one part, as it was visited
   */
  public Map<LearnerKey, List<Standing>> standings(List<Member> members, LocalDate day) {
    List<String> keys = members.stream().map(member -> member.key().value()).toList();
    Set<String> waiting = waiting(keys, day);
    Map<LearnerKey, List<Standing>> found = new HashMap<>();
    List<String> told = keys.stream().filter(key -> !waiting.contains(key)).toList();
    reader
        .list(Query.of(Assignment.KIND).whereAny("learner", told))
        .forEach(stored -> told(stored.value(), day)
            .ifPresent(standing -> found
                .computeIfAbsent(stored.value().learner(), key -> new ArrayList<>())
                .add(standing)));
    Known.of(library, waiting)
        .forEach(known -> found.put(known.learner(), Standing.of(library, known, day)));
    found.values().forEach(standings -> standings.sort(Standing.BY_SUBJECT));
    return found;
  }

  private static Optional<Standing> told(Assignment duty, LocalDate day) {
    return duty.on(day)
        .map(situation -> new Standing(
            duty.subject(), day, situation, situation.overdueOn(day), duty.overdueDays(day)));
  }

  /** Those for whom something comes by time before the day ends anywhere: what was told of them is not all. */
  private Set<String> waiting(List<String> keys, LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    int prefix = Learners.TIMERS.length() + 1;
    return reader
        .list(Query.of(Timer.KIND)
            .whereAny(
                "owner",
                keys.stream().map(key -> Learners.timers(new LearnerKey(key))).toList())
            .between(null, end))
        .stream()
        .map(stored -> stored.value().owner().substring(prefix))
        .collect(Collectors.toSet());
  }

  private List<Member> members(List<Learner> learners, Set<Audience.Leaf> traits) {
    List<String> keys = learners.stream().map(learner -> learner.key().value()).toList();
    Map<String, List<Stored<Appointment>>> appointments =
        Known.by(reader, Appointment.KIND, keys, one -> one.learner().value());
    Map<String, List<Stored<GroupMembership>>> groups = traits.isEmpty()
        ? Map.of()
        : Known.by(reader, GroupMembership.KIND, keys, one -> one.learner().value());
    return learners.stream()
        .map(learner -> new Member(
            learner,
            Person.of(
                learner,
                appointments.getOrDefault(learner.key().value(), List.of()),
                groups.getOrDefault(learner.key().value(), List.of()),
                traits,
                chart,
                library.zone())))
        .toList();
  }

  private void learners(List<LearnerKey> keys, Consumer<Learner> visitor) {
    for (int from = 0; from < keys.size(); from += Known.TOGETHER) {
      List<String> some = keys.subList(from, Math.min(keys.size(), from + Known.TOGETHER)).stream()
          .map(LearnerKey::value)
          .toList();
      reader
          .list(Query.of(Learner.KIND).whereAny("key", some))
          .forEach(stored -> visitor.accept(stored.value()));
    }
  }
}
