package org.lmskit.competency;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lmskit.competency.CompetencyEvent.EvidenceMapped;
import org.lmskit.competency.CompetencyEvent.EvidenceMappingEnded;
import org.lmskit.competency.CompetencyEvent.FrameworkPublished;
import org.lmskit.competency.CompetencyEvent.NeedsSet;
import org.lmskit.internal.Operation;
import org.lmskit.model.PositionId;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Position;

/** Publishes frameworks, and what refers to their competencies: needs and mappings. */
final class Frameworks {
  private Frameworks() {}

  static Framework publish(Operation op, Framework framework) {
    List<String> problems = framework.problems();
    if (!problems.isEmpty()) {
      throw new RejectedException(
          CompetencyReason.FRAMEWORK_INVALID,
          "framework " + framework.id() + ": " + String.join("; ", problems));
    }
    Optional<Stored<Framework>> old =
        op.tx().find(Framework.KIND, framework.id().value());
    if (old.filter(stored -> stored.value().equals(framework)).isPresent()) {
      return framework;
    }
    framework.competencies().forEach(one -> requireFree(op.tx(), framework, one.id()));
    old.ifPresent(stored ->
        stored.value().competencies().forEach(one -> requireUnused(op.tx(), one, framework)));
    old.ifPresentOrElse(
        stored -> op.tx().update(stored, framework),
        () -> op.tx().insert(Framework.KIND, framework));
    op.record(new FrameworkPublished(op.header(), framework));
    return framework;
  }

  static PositionNeeds need(Operation op, PositionId position, LocalDate from, List<Need> needs) {
    if (op.tx().find(Position.KIND, position.value()).isEmpty()) {
      throw new RejectedException(
          CompetencyReason.POSITION_UNKNOWN,
          "no position " + position,
          Map.of("position", position.value()));
    }
    Set<CompetencyId> seen = new HashSet<>();
    for (Need need : needs) {
      require(op.tx(), need.competency(), need.level());
      if (!seen.add(need.competency())) {
        throw new RejectedException(
            CompetencyReason.NEEDED_TWICE, "competency " + need.competency(), Map.of());
      }
    }
    Optional<Stored<PositionNeeds>> old = op.tx().find(PositionNeeds.KIND, position.value());
    PositionNeeds before = old.map(Stored::value).orElseGet(() -> PositionNeeds.none(position));
    PositionNeeds next = before.with(new PositionNeeds.Since(from, needs));
    if (next.equals(before)) {
      return before;
    }
    old.ifPresentOrElse(
        stored -> op.tx().update(stored, next), () -> op.tx().insert(PositionNeeds.KIND, next));
    op.record(new NeedsSet(op.header(from), position, needs));
    return next;
  }

  static EvidenceMapping map(Operation op, EvidenceMapping mapping) {
    require(op.tx(), mapping.competency(), mapping.level());
    String id = EvidenceMapping.KIND.idOf(mapping);
    Optional<Stored<EvidenceMapping>> old = op.tx().find(EvidenceMapping.KIND, id);
    if (old.filter(stored -> stored.value().equals(mapping)).isEmpty()) {
      old.ifPresentOrElse(
          stored -> op.tx().update(stored, mapping),
          () -> op.tx().insert(EvidenceMapping.KIND, mapping));
      op.record(new EvidenceMapped(op.header(), mapping));
    }
    return mapping;
  }

  static boolean unmap(Operation op, Stored<EvidenceMapping> old) {
    op.tx().delete(old);
    op.record(new EvidenceMappingEnded(op.header(), old.value()));
    return true;
  }

  /** Refuses a competency that no framework has, and a level that it has not. */
  static void require(Reader reader, CompetencyId competency, int level) {
    Competency known =
        reader.list(Query.of(Framework.KIND).where("competency", competency.value())).stream()
            .flatMap(stored -> stored.value().find(competency).stream())
            .findFirst()
            .orElseThrow(() -> new RejectedException(
                CompetencyReason.COMPETENCY_UNKNOWN,
                "no framework has competency " + competency,
                Map.of("competency", competency.value())));
    if (level < 0 || level > known.highest()) {
      throw new RejectedException(
          CompetencyReason.LEVEL_UNKNOWN,
          "competency " + competency + " has levels up to " + known.highest() + ", not " + level,
          Map.of("level", String.valueOf(level), "highest", String.valueOf(known.highest())));
    }
  }

  private static void requireFree(Reader reader, Framework framework, CompetencyId competency) {
    reader.list(Query.of(Framework.KIND).where("competency", competency.value())).stream()
        .filter(stored -> !stored.value().id().equals(framework.id()))
        .findFirst()
        .ifPresent(stored -> {
          throw new RejectedException(
              CompetencyReason.COMPETENCY_TAKEN,
              "competency " + competency + " is in framework " + stored.id(),
              Map.of("framework", stored.id()));
        });
  }

  /** A competency that is referred to cannot go, and neither can its levels. */
  private static void requireUnused(Reader reader, Competency old, Framework next) {
    int highest = next.find(old.id()).map(Competency::highest).orElse(-1);
    if (highest >= old.highest()) {
      return;
    }
    String id = old.id().value();
    boolean isNeeded = reader.list(Query.of(PositionNeeds.KIND).where("competency", id)).stream()
        .flatMap(stored -> stored.value().since().stream())
        .flatMap(since -> since.needs().stream())
        .anyMatch(need -> need.competency().equals(old.id()) && need.level() > highest);
    boolean isMapped = reader.list(Query.of(EvidenceMapping.KIND).where("competency", id)).stream()
        .anyMatch(stored -> stored.value().level() > highest);
    boolean isProven = reader.list(Query.of(Evidence.KIND).where("competency", id)).stream()
        .anyMatch(stored -> stored.value().level() > highest);
    if (isNeeded || isMapped || isProven) {
      throw new RejectedException(
          CompetencyReason.COMPETENCY_IN_USE,
          "competency " + id + " is used above level " + Math.max(highest, 0),
          Map.of("competency", id));
    }
  }
}
