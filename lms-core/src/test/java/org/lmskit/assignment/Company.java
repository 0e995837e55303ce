package org.lmskit.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assignment.AssignmentEvent.OfDuty;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.UnitId;
import org.lmskit.store.Store;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.ViewingRequest;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.FeedLine;
import org.lmskit.workforce.Position;

/** A company with a warehouse and an office, and an engine whose clock a test sets. */
final class Company {
  static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
  static final LearnerId PETRA = new LearnerId("petra");

  final TestLms test;
  final Lms lms;

  Company(Store store) {
    test = new TestLms(store);
    lms = test.start();
    at("2026-01-05T09:00:00Z");
    LocalDate longAgo = LocalDate.of(2020, 1, 1);
    lms.workforce().place(new OrgUnitId("company"), "Company", null, longAgo);
    for (String unit : List.of("warehouse", "office")) {
      lms.workforce().place(new OrgUnitId(unit), unit, new OrgUnitId("company"), longAgo);
    }
    lms.workforce().place(new OrgUnitId("racks"), "Racks", new OrgUnitId("warehouse"), longAgo);
    lms.workforce().define(new Position(new PositionId("associate"), "Warehouse Associate"));
    lms.workforce().define(new Position(new PositionId("clerk"), "Clerk"));
  }

  void at(String instant) {
    test.time.set(Instant.parse(instant));
  }

  /** Noon in Lisbon of a day, after all that became due. */
  void on(String day) {
    test.time.set(LocalDate.parse(day).atTime(12, 0).atZone(LISBON).toInstant());
    lms.advance();
  }

  /** Publishes a course of so many pages. */
  Subject course(String id, int pages) {
    Course course = Course.of(id, id);
    for (int i = 1; i <= pages; i++) {
      course = course.unit("u" + i, "Page " + i, test.page(id + " page " + i, ViewingRule.OPENED));
    }
    lms.catalog().publish(course);
    return Subject.course(id);
  }

  /** Reads the pages of the open enrollment, from the first to the last of these numbers. */
  void read(LearnerId learner, String course, int from, int to) {
    Enrollment enrollment = open(learner, course);
    for (int page = from; page <= to; page++) {
      lms.attempts()
          .open(
              enrollment.id(),
              new UnitId("u" + page),
              ViewedContent.PAGE,
              new ViewingRequest.Open("s"));
    }
  }

  Enrollment open(LearnerId learner, String course) {
    return lms.enrollments().findOpen(learner, new CourseId(course)).orElseThrow();
  }

  static FeedLine.Appoint line(
      String id, LearnerId learner, String unit, String from, @Nullable String before) {
    AppointmentEntry entry = new AppointmentEntry(
        new AppointmentId(id),
        learner,
        new OrgUnitId(unit),
        new PositionId("associate"),
        null,
        LISBON,
        LocalDate.parse(from),
        before == null ? null : LocalDate.parse(before));
    return new FeedLine.Appoint("line " + id, entry);
  }

  void feed(FeedLine... lines) {
    lms.workforce().feed(Arrays.asList(lines));
  }

  /** As {@code "ACTIVE 1 due 2026-05-01 [rule r1]"}, or {@code "-"}. */
  String standing(LearnerId learner, Subject subject, String day) {
    return lms.assignments()
        .standing(learner, subject, LocalDate.parse(day))
        .map(standing -> Life.text(standing.situation()))
        .orElse("-");
  }

  String compliance(LearnerId learner, String day) {
    return lms.assignments().compliance(learner, LocalDate.parse(day)).toString();
  }

  /** The duty events since the last call, as {@code "Overdue course c 2026-05-22"}. */
  List<String> heard() {
    List<String> lines = new ArrayList<>();
    test.heard.forEach(event -> {
      if (event instanceof OfDuty duty) {
        lines.add(
            event.getClass().getSimpleName() + " " + duty.subject() + " " + event.effectiveOn());
      }
    });
    test.heard.clear();
    return lines;
  }
}
