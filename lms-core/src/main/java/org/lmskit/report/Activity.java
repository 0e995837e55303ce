package org.lmskit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Member;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Ranges;
import org.lmskit.learning.Ranges.Range;
import org.lmskit.learning.TimeOnTask;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;

/** How long people worked from a day to before another, each by his own civil days. */
record Activity(Audience audience, LocalDate from, LocalDate before) {
  /** @throws IllegalArgumentException if the period is backwards */
  Activity {
    if (before.isBefore(from)) {
      throw new IllegalArgumentException("a period from " + from + " to before " + before);
    }
  }

  void each(Source of, Consumer<ActivityRow> visitor) {
    of.population().each(audience, from, members -> {
      List<Member> seen = of.visible().of(members);
      Map<LearnerKey, List<Enrollment>> all = of.enrollments(seen);
      seen.forEach(
          member -> visitor.accept(row(member, all.getOrDefault(member.key(), List.of()))));
    });
  }

  private ActivityRow row(Member member, List<Enrollment> enrollments) {
    List<Range> inside = new ArrayList<>();
    Set<CourseId> courses = new HashSet<>();
    for (Enrollment enrollment : enrollments) {
      List<Range> own = clipped(member, enrollment.time());
      if (!own.isEmpty()) {
        inside.addAll(own);
        courses.add(enrollment.course());
      }
    }
    return new ActivityRow(
        member.learner().id(),
        member.learner().profile().name(),
        TimeOnTask.length(TimeOnTask.union(inside)),
        courses.size());
  }

  private List<Range> clipped(Member member, Ranges time) {
    long first = from.atStartOfDay(member.zoneOn(from)).toInstant().toEpochMilli();
    long end = before.atStartOfDay(member.zoneOn(before)).toInstant().toEpochMilli();
    return time.list().stream()
        .filter(range -> range.from() < end && range.before() > first)
        .map(range -> new Range(Math.max(range.from(), first), Math.min(range.before(), end)))
        .toList();
  }
}
