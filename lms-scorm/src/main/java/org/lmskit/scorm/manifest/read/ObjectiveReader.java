package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.MAP_WITHOUT_TARGET;
import static org.lmskit.scorm.finding.ScormFinding.MAP_WRITERS;
import static org.lmskit.scorm.finding.ScormFinding.OBJECTIVE_DUPLICATE;
import static org.lmskit.scorm.finding.ScormFinding.OBJECTIVE_UNKNOWN;
import static org.lmskit.scorm.finding.ScormFinding.OBJECTIVE_UNNAMED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.bind.BoundNode;
import org.lmskit.scorm.manifest.bind.BoundSequencing;
import org.lmskit.scorm.sequencing.definition.ObjectiveDefinition;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap.Access;

/** Reads objectives and merges the 4th Edition's maps into them (CAM 5.1.7, 5.2.4). */
final class ObjectiveReader {
  private final Values values;
  private final Report report;

  ObjectiveReader(Values values, Report report) {
    this.values = values;
    this.report = report;
  }

  /** The objectives, the primary one first. */
  List<ObjectiveDefinition> read(BoundSequencing.Sequencing s) {
    if (s.objectives == null) {
      checkUnused(s.adlseqObjectives, Set.of());
      return List.of(ObjectiveDefinition.PRIMARY);
    }
    List<ObjectiveDefinition> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    BoundSequencing.Objective primary = s.objectives.primaryObjective;
    if (primary == null) {
      read.add(ObjectiveDefinition.PRIMARY);
    } else {
      ids.add(Values.text(primary.objectiveID));
      read.add(objective(primary, true, s.adlseqObjectives));
    }
    for (BoundSequencing.Objective objective : s.objectives.objectives) {
      if (isUsable(objective, ids)) {
        read.add(objective(objective, false, s.adlseqObjectives));
      }
    }
    checkUnused(s.adlseqObjectives, ids);
    checkWriters(read, s.objectives);
    return read;
  }

  private boolean isUsable(BoundSequencing.Objective objective, Set<String> ids) {
    String id = Values.text(objective.objectiveID);
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

  private ObjectiveDefinition objective(
      BoundSequencing.Objective o, boolean primary, BoundSequencing.@Nullable AdlObjectives extensions) {
    String id = Values.text(o.objectiveID);
    return new ObjectiveDefinition(
        id.isEmpty() ? null : id,
        primary,
        values.flag(o.satisfiedByMeasure, false, "satisfiedByMeasure", o),
        values.number(o.minNormalizedMeasure, -1, 1, BigDecimal.ONE, "minNormalizedMeasure", o),
        maps(o, id, extensions));
  }

  private List<ObjectiveMap> maps(
      BoundSequencing.Objective o, String id, BoundSequencing.@Nullable AdlObjectives extensions) {
    Map<String, ObjectiveMap> maps = new LinkedHashMap<>();
    for (BoundSequencing.MapInfo map : o.maps) {
      target(map.targetObjectiveID, map).forEach(target -> maps.putIfAbsent(target, map(target, map)));
    }
    extended(extensions, id).flatMap(e -> e.maps.stream()).forEach(map -> target(map.targetObjectiveID, map)
        .forEach(target -> maps.merge(target, extension(target, map), ObjectiveReader::combine)));
    return List.copyOf(maps.values());
  }

  private Stream<String> target(@Nullable String written, BoundNode at) {
    String target = Values.text(written);
    if (target.isEmpty()) {
      report.add(MAP_WITHOUT_TARGET, at);
    }
    return Stream.of(target).filter(t -> !t.isEmpty());
  }

  private static Stream<BoundSequencing.AdlObjective> extended(
      BoundSequencing.@Nullable AdlObjectives extensions, String id) {
    return extensions == null
        ? Stream.empty()
        : extensions.objectives.stream().filter(e -> Values.text(e.objectiveID).equals(id));
  }

  private ObjectiveMap map(String target, BoundSequencing.MapInfo m) {
    return new ObjectiveMap(
        target,
        access(m.readSatisfiedStatus, m.writeSatisfiedStatus, "SatisfiedStatus", m),
        access(m.readNormalizedMeasure, m.writeNormalizedMeasure, "NormalizedMeasure", m),
        Access.NONE,
        Access.NONE,
        Access.NONE,
        Access.NONE,
        Access.NONE);
  }

  private ObjectiveMap extension(String target, BoundSequencing.AdlMapInfo m) {
    return new ObjectiveMap(
        target,
        Access.NONE,
        Access.NONE,
        access(m.readRawScore, m.writeRawScore, "RawScore", m),
        access(m.readMinScore, m.writeMinScore, "MinScore", m),
        access(m.readMaxScore, m.writeMaxScore, "MaxScore", m),
        access(m.readCompletionStatus, m.writeCompletionStatus, "CompletionStatus", m),
        access(m.readProgressMeasure, m.writeProgressMeasure, "ProgressMeasure", m));
  }

  private static ObjectiveMap combine(ObjectiveMap first, ObjectiveMap extension) {
    return new ObjectiveMap(
        first.target(),
        first.satisfiedStatus(),
        first.normalizedMeasure(),
        extension.rawScore(),
        extension.minScore(),
        extension.maxScore(),
        extension.completionStatus(),
        extension.progressMeasure());
  }

  private Access access(@Nullable String read, @Nullable String write, String name, BoundNode at) {
    return new Access(
        values.flag(read, true, "read" + name, at), values.flag(write, false, "write" + name, at));
  }

  private void checkUnused(BoundSequencing.@Nullable AdlObjectives extensions, Set<String> ids) {
    if (extensions == null) {
      return;
    }
    for (BoundSequencing.AdlObjective extension : extensions.objectives) {
      if (!ids.contains(Values.text(extension.objectiveID))) {
        report.add(OBJECTIVE_UNKNOWN, extension, Values.text(extension.objectiveID));
      }
    }
  }

  private void checkWriters(List<ObjectiveDefinition> objectives, BoundNode at) {
    Set<String> written = new HashSet<>();
    for (ObjectiveDefinition objective : objectives) {
      for (ObjectiveMap map : objective.maps()) {
        boolean writes = map.satisfiedStatus().write() || map.normalizedMeasure().write();
        if (writes && !written.add(map.target())) {
          report.add(MAP_WRITERS, at, map.target());
        }
      }
    }
  }
}
