package org.lmskit.competency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.Appointments;

/** Computes from evidence and needs what people lack on one day; for the packages above too. */
public final class SkillGaps {
  private final Reader reader;
  private final LocalDate day;
  private final @Nullable AggregationPolicy policy;
  private final Map<CompetencyId, Framework> frameworks = new HashMap<>();
  private final Map<PositionId, List<Need>> needs = new HashMap<>();

  /** @param policyOrNull which evidence counts; null for what each framework says */
  public SkillGaps(Reader reader, LocalDate day, @Nullable AggregationPolicy policyOrNull) {
    this.reader = reader;
    this.day = day;
    this.policy = policyOrNull;
    reader.each(
        Query.of(Framework.KIND),
        stored ->
            stored.value().competencies().forEach(one -> frameworks.put(one.id(), stored.value())));
  }

  /** What somebody lacks for a position. */
  public SkillGap of(LearnerKey learner, PositionId position) {
    return of(learner, position, evidence(Set.of(learner)).getOrDefault(learner, List.of()));
  }

  /** What somebody lacks for each of the positions that he has on the day. */
  public List<SkillGap> held(LearnerKey learner) {
    List<Evidence> own = evidence(Set.of(learner)).getOrDefault(learner, List.of());
    return Appointments.on(reader, learner, day).stream()
        .map(Appointment::position)
        .distinct()
        .map(position -> of(learner, position, own))
        .toList();
  }

  /**
   * What everybody in a part of the organisation, and below it, lacks for the positions that he has on the day; some hundred
   * people are in memory at a time.
   */
  public void each(OrgUnitId unit, Consumer<SkillGap> visitor) {
    Map<LearnerKey, Set<PositionId>> positions = new LinkedHashMap<>();
    for (Appointment one : Appointments.in(reader, unit, day)) {
      positions.computeIfAbsent(one.learner(), key -> new LinkedHashSet<>()).add(one.position());
    }
    List<LearnerKey> people = List.copyOf(positions.keySet());
    for (int from = 0; from < people.size(); from += Query.MAX_VALUES) {
      List<LearnerKey> some =
          people.subList(from, Math.min(people.size(), from + Query.MAX_VALUES));
      Map<LearnerKey, List<Evidence>> known = evidence(some);
      for (LearnerKey learner : some) {
        List<Evidence> own = known.getOrDefault(learner, List.of());
        for (PositionId position : positions.getOrDefault(learner, Set.of())) {
          visitor.accept(of(learner, position, own));
        }
      }
    }
  }

  /** The same as one table. */
  public SkillMatrix matrix(OrgUnitId unit) {
    List<SkillGap> rows = new ArrayList<>();
    each(unit, rows::add);
    Set<CompetencyId> needed = new LinkedHashSet<>();
    rows.forEach(row -> row.gaps().forEach(one -> needed.add(one.need().competency())));
    List<Competency> columns = new ArrayList<>();
    for (Stored<Framework> stored : reader.list(Query.of(Framework.KIND))) {
      stored.value().competencies().stream()
          .filter(one -> needed.contains(one.id()))
          .forEach(columns::add);
    }
    return new SkillMatrix(day, columns, rows);
  }

  /** The evidence by which somebody can do something on the day; absent if none is valid. */
  public Optional<Evidence> counting(LearnerKey learner, CompetencyId competency) {
    List<Evidence> own = evidence(Set.of(learner)).getOrDefault(learner, List.of());
    return counting(own, competency);
  }

  private SkillGap of(LearnerKey learner, PositionId position, List<Evidence> own) {
    List<CompetencyGap> gaps = needs(position).stream()
        .map(need -> {
          Optional<Evidence> counting = counting(own, need.competency());
          return new CompetencyGap(
              need,
              counting.map(Evidence::level).orElse(0),
              counting.map(Evidence::id).orElse(null));
        })
        .toList();
    return new SkillGap(learner, position, day, gaps);
  }

  private Optional<Evidence> counting(List<Evidence> own, CompetencyId competency) {
    List<Evidence> of =
        own.stream().filter(one -> one.competency().equals(competency)).toList();
    Framework framework = frameworks.get(competency);
    AggregationPolicy chosen = policy;
    if (chosen == null) {
      chosen = framework == null ? AggregationPolicy.HIGHEST_VALID : framework.policy();
    }
    return chosen.counting(of, day);
  }

  private List<Need> needs(PositionId position) {
    return needs.computeIfAbsent(
        position,
        id -> reader
            .find(PositionNeeds.KIND, id.value())
            .map(stored -> stored.value().on(day))
            .orElse(List.of()));
  }

  private Map<LearnerKey, List<Evidence>> evidence(Collection<LearnerKey> learners) {
    Map<LearnerKey, List<Evidence>> found = new HashMap<>();
    List<String> keys = learners.stream().map(LearnerKey::value).toList();
    reader
        .list(Query.of(Evidence.KIND).whereAny("learner", keys))
        .forEach(stored -> found
            .computeIfAbsent(stored.value().learner(), key -> new ArrayList<>())
            .add(stored.value()));
    return found;
  }
}
