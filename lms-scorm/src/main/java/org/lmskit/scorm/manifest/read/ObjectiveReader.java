package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.MAP_WITHOUT_TARGET;
import static org.lmskit.scorm.finding.ScormFinding.MAP_WRITERS;
import static org.lmskit.scorm.finding.ScormFinding.OBJECTIVE_DUPLICATE;
import static org.lmskit.scorm.finding.ScormFinding.OBJECTIVE_UNKNOWN;
import static org.lmskit.scorm.finding.ScormFinding.OBJECTIVE_UNNAMED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.bind.BoundNode;
import org.lmskit.scorm.manifest.bind.BoundSequencing;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;

/** Reads objectives and merges the 4th Edition's maps into them (CAM 5.1.7, 5.2.4). */
final class ObjectiveReader {
  private final Values values;
  private final Report report;

  ObjectiveReader(Values values, Report report) {
    this.values = values;
    this.report = report;
  }

  /** The objectives of an activity. */
  record Objectives(Objective primary, List<Objective> others) {
    private static final Objectives NONE = new Objectives(Objective.DEFAULT_PRIMARY, List.of());

    boolean has(String id) {
      return id.equals(primary.id()) || others.stream().anyMatch(o -> id.equals(o.id()));
    }
  }

  Objectives read(BoundSequencing.Sequencing s) {
    Objectives read =
        s.objectives == null ? Objectives.NONE : read(s.objectives, s.adlseqObjectives);
    if (s.adlseqObjectives != null) {
      s.adlseqObjectives.objectives.forEach(e -> checkUsed(e, read));
    }
    return read;
  }

  private Objectives read(
      BoundSequencing.Objectives written, BoundSequencing.@Nullable AdlObjectives extensions) {
    Set<String> ids = new HashSet<>();
    BoundSequencing.Objective bound = written.primaryObjective;
    Objective primary = Objective.DEFAULT_PRIMARY;
    if (bound != null) {
      ids.add(Identifiers.objective(bound.objectiveID));
      primary = objective(bound, extensions);
    }
    List<Objective> others = new ArrayList<>(written.objectives.size());
    for (BoundSequencing.Objective objective : written.objectives) {
      if (isUsable(objective, ids)) {
        others.add(objective(objective, extensions));
      }
    }
    Objectives read = new Objectives(primary, List.copyOf(others));
    checkWriters(read, written);
    return read;
  }

  private boolean isUsable(BoundSequencing.Objective objective, Set<String> ids) {
    String id = Identifiers.objective(objective.objectiveID);
    if (id.isEmpty()) {
      report.add(OBJECTIVE_UNNAMED, objective);
      return false;
    }
    boolean isNew = ids.add(id);
    if (!isNew) {
      report.add(OBJECTIVE_DUPLICATE, objective, id);
    }
    return isNew;
  }

  private Objective objective(
      BoundSequencing.Objective o, BoundSequencing.@Nullable AdlObjectives extensions) {
    String id = Identifiers.objective(o.objectiveID);
    return new Objective(
        id.isEmpty() ? null : id,
        values.flag(o.satisfiedByMeasure, false, "satisfiedByMeasure", o),
        values.number(
            Values.text(o.minNormalizedMeasure),
            -1,
            1,
            BigDecimal.ONE,
            "minNormalizedMeasure",
            Values.place(o.minNormalizedMeasure, o)),
        maps(o, id, extensions));
  }

  private List<ObjectiveMap> maps(
      BoundSequencing.Objective o, String id, BoundSequencing.@Nullable AdlObjectives extensions) {
    Map<String, ObjectiveMap> maps = new LinkedHashMap<>();
    for (BoundSequencing.MapInfo map : o.maps) {
      target(map.targetObjectiveID, map)
          .forEach(target -> maps.putIfAbsent(target, map(target, map)));
    }
    extended(extensions, id)
        .flatMap(e -> e.maps.stream())
        .forEach(map -> target(map.targetObjectiveID, map)
            .forEach(
                target -> maps.merge(target, extension(target, map), ObjectiveReader::combine)));
    return List.copyOf(maps.values());
  }

  private Stream<String> target(@Nullable String written, BoundNode at) {
    String target = Identifiers.objective(written);
    if (target.isEmpty()) {
      report.add(MAP_WITHOUT_TARGET, at);
    }
    return Stream.of(target).filter(t -> !t.isEmpty());
  }

  private static Stream<BoundSequencing.AdlObjective> extended(
      BoundSequencing.@Nullable AdlObjectives extensions, String id) {
    return extensions == null
        ? Stream.empty()
        : extensions.objectives.stream()
            .filter(e -> Identifiers.objective(e.objectiveID).equals(id));
  }

  private ObjectiveMap map(String target, BoundSequencing.MapInfo m) {
    Accesses accesses = new Accesses(m);
    accesses.add(ObjectiveValue.SATISFIED_STATUS, m.readSatisfiedStatus, m.writeSatisfiedStatus);
    accesses.add(
        ObjectiveValue.NORMALIZED_MEASURE, m.readNormalizedMeasure, m.writeNormalizedMeasure);
    return accesses.to(target);
  }

  private ObjectiveMap extension(String target, BoundSequencing.AdlMapInfo m) {
    Accesses accesses = new Accesses(m);
    accesses.add(ObjectiveValue.RAW_SCORE, m.readRawScore, m.writeRawScore);
    accesses.add(ObjectiveValue.MIN_SCORE, m.readMinScore, m.writeMinScore);
    accesses.add(ObjectiveValue.MAX_SCORE, m.readMaxScore, m.writeMaxScore);
    accesses.add(ObjectiveValue.COMPLETION_STATUS, m.readCompletionStatus, m.writeCompletionStatus);
    accesses.add(ObjectiveValue.PROGRESS_MEASURE, m.readProgressMeasure, m.writeProgressMeasure);
    return accesses.to(target);
  }

  private static ObjectiveMap combine(ObjectiveMap first, ObjectiveMap second) {
    Set<ObjectiveValue> reads = new HashSet<>(first.reads());
    reads.addAll(second.reads());
    Set<ObjectiveValue> writes = new HashSet<>(first.writes());
    writes.addAll(second.writes());
    return new ObjectiveMap(first.target(), reads, writes);
  }

  /** Gathers what a mapInfo reads, which is the default, and writes, which is not. */
  private final class Accesses {
    private final Set<ObjectiveValue> reads = EnumSet.noneOf(ObjectiveValue.class);
    private final Set<ObjectiveValue> writes = EnumSet.noneOf(ObjectiveValue.class);
    private final BoundNode at;

    Accesses(BoundNode at) {
      this.at = at;
    }

    void add(ObjectiveValue value, @Nullable String read, @Nullable String write) {
      if (values.flag(read, true, "read" + value.code(), at)) {
        reads.add(value);
      }
      if (values.flag(write, false, "write" + value.code(), at)) {
        writes.add(value);
      }
    }

    ObjectiveMap to(String target) {
      return new ObjectiveMap(target, reads, writes);
    }
  }

  private void checkUsed(BoundSequencing.AdlObjective extension, Objectives read) {
    String id = Identifiers.objective(extension.objectiveID);
    if (!read.has(id) && !(id.isEmpty() && read.primary().id() == null)) {
      report.add(OBJECTIVE_UNKNOWN, extension, id);
    }
  }

  private void checkWriters(Objectives read, BoundNode at) {
    Set<String> written = new HashSet<>();
    Stream.concat(Stream.of(read.primary()), read.others().stream())
        .flatMap(objective -> objective.maps().stream())
        .filter(map -> map.writes(ObjectiveValue.SATISFIED_STATUS)
            || map.writes(ObjectiveValue.NORMALIZED_MEASURE))
        .filter(map -> !written.add(map.target()))
        .forEach(map -> report.add(MAP_WRITERS, at, map.target()));
  }
}
