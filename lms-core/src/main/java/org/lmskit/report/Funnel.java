package org.lmskit.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.Unit;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.UnitResult;
import org.lmskit.model.CourseId;
import org.lmskit.model.UnitId;

/** Counts how far enrollments on a course came. */
final class Funnel {
  private final CourseId course;
  private final Map<UnitId, Count> units = new LinkedHashMap<>();
  private int enrolled;
  private int started;
  private int completed;

  private static final class Count {
    private final Text title;
    private int started;
    private int completed;
    private int satisfied;

    Count(Text title) {
      this.title = title;
    }
  }

  Funnel(CourseId course) {
    this.course = course;
  }

  void each(Source of, Consumer<FunnelRow> visitor) {
    Optional<CourseVersion> current = Catalog.current(of.reader(), course, of.today());
    current.ifPresent(version -> {
      for (Unit unit : version.course().units()) {
        units.put(unit.id(), new Count(unit.title()));
      }
    });
    of.enrollments(course, (enrollment, learner) -> add(enrollment));
    Text title = current.map(version -> version.course().title()).orElse(Text.of(course.value()));
    visitor.accept(row(FunnelRow.Step.ENROLLED, null, title, enrolled));
    visitor.accept(row(FunnelRow.Step.STARTED, null, title, started));
    units.forEach((unit, count) -> {
      visitor.accept(row(FunnelRow.Step.UNIT_STARTED, unit, count.title, count.started));
      visitor.accept(row(FunnelRow.Step.UNIT_COMPLETED, unit, count.title, count.completed));
      visitor.accept(row(FunnelRow.Step.UNIT_SATISFIED, unit, count.title, count.satisfied));
    });
    visitor.accept(row(FunnelRow.Step.COMPLETED, null, title, completed));
  }

  private void add(Enrollment enrollment) {
    enrolled++;
    started += enrollment.startedAt().isPresent() ? 1 : 0;
    completed += enrollment.completed().isPresent() ? 1 : 0;
    for (UnitResult result : enrollment.units()) {
      Count count = units.computeIfAbsent(result.unit(), unit -> new Count(Text.of(unit.value())));
      count.started += result.attemptCount() > 0 ? 1 : 0;
      count.completed += result.completed() ? 1 : 0;
      count.satisfied += result.satisfied() ? 1 : 0;
    }
  }

  private FunnelRow row(FunnelRow.Step step, @Nullable UnitId unit, Text title, int count) {
    return new FunnelRow(step, unit, title, count, enrolled);
  }
}
