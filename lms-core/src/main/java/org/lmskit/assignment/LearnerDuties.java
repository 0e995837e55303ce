package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.learning.Completed;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.recognition.Equivalency;
import org.lmskit.recognition.PriorLearning;
import org.lmskit.store.Stored;

/** All duties of one learner over time: a pure function of what is known of him, and of the library. */
final class LearnerDuties {
  private final Library library;
  private final Known known;
  private final LocalDate heardOn;
  private final PathDuties paths;
  private final Map<Subject, List<Span>> spans = new TreeMap<>();
  private final Map<Subject, Evidence> evidence = new HashMap<>();
  private final Map<Subject, Timeline> timelines = new TreeMap<>();

  private LearnerDuties(Library library, Known known, LocalDate heardOn) {
    this.library = library;
    this.known = known;
    this.heardOn = heardOn;
    this.paths = new PathDuties(library, known);
  }

  /**
   * His duties, each over time.
   *
   * @param heardOn reasons that nobody was told of before became known on this day, unless they began later
   */
  static Map<Subject, Timeline> of(Library library, Known known, LocalDate heardOn) {
    LearnerDuties duties = new LearnerDuties(library, known, heardOn);
    duties.reasons();
    duties.paths();
    for (Subject subject : duties.spans.keySet()) {
      if (!duties.timelines.containsKey(subject)) {
        duties.timelines.put(subject, duties.fold(subject));
      }
    }
    return duties.timelines;
  }

  private void reasons() {
    for (Rules.Applied rule : library.rules().all()) {
      Subject subject = rule.book().subject();
      Cause cause = new Cause.ByRule(rule.book().id());
      for (Membership one :
          Membership.of(rule.versions(), known.person(), told(subject, cause).keySet())) {
        add(subject, Spans.ofRule(one, known.person(), since -> knownOn(subject, cause, since)));
      }
    }
    known.told().forEach((subject, stored) -> {
      spans.computeIfAbsent(subject, key -> new ArrayList<>());
      Spans.ofPersons(inOrder(stored.value().decisions()), known.person())
          .forEach(span -> add(subject, span));
    });
  }

  /** Paths come before what stands below them, so that each knows all reasons for it. */
  private void paths() {
    Map<Subject, List<Subject>> below = new TreeMap<>();
    Deque<Subject> found = new ArrayDeque<>();
    spans.keySet().stream().filter(LearnerDuties::isPath).forEach(found::add);
    while (!found.isEmpty()) {
      Subject path = found.remove();
      if (!below.containsKey(path)) {
        below.put(path, paths.below(path));
        below.get(path).stream().filter(LearnerDuties::isPath).forEach(found::add);
      }
    }
    while (!below.isEmpty()) {
      Subject next = below.keySet().stream()
          .filter(path -> below.values().stream().noneMatch(steps -> steps.contains(path)))
          .findFirst()
          .orElseGet(() -> below.keySet().iterator().next());
      below.remove(next);
      Timeline timeline = fold(next);
      timelines.put(next, timeline);
      paths
          .children(next, timeline, spans.getOrDefault(next, List.of()))
          .forEach(child -> add(child.subject(), child.span()));
    }
  }

  private static boolean isPath(Subject subject) {
    return subject.kind() == Subject.Kind.PATH;
  }

  private void add(Subject subject, Span span) {
    spans.computeIfAbsent(subject, key -> new ArrayList<>()).add(span);
  }

  private Timeline fold(Subject subject) {
    List<Decision> decisions = Optional.ofNullable(known.told().get(subject))
        .map(stored -> inOrder(stored.value().decisions()))
        .orElse(List.of());
    List<Span> reasons = spans.getOrDefault(subject, List.of());
    Duty duty = new Duty(reasons, decisions, evidence(subject));
    SortedSet<LocalDate> days = duty.days();
    for (Span span : reasons) {
      if (span.terms().dueOrNull() instanceof DayRule.Following following) {
        days.addAll(evidence(following.subject()).days());
      }
    }
    return DutyFold.of(
        duty, days, (day, withFacts) -> other -> evidence(other).doneOn(day, withFacts));
  }

  /** In the order of their days, then as they were made. */
  static List<Decision> inOrder(List<Decision> decisions) {
    return decisions.stream().sorted(Comparator.comparing(Decision::day)).toList();
  }

  private Evidence evidence(Subject subject) {
    return evidence.computeIfAbsent(subject, this::find);
  }

  private Evidence find(Subject subject) {
    return switch (subject.kind()) {
      case COURSE -> course(new CourseId(subject.id()));
      case CERTIFICATION -> certification(subject);
      case PATH -> path(subject);
      case CHECKLIST -> checklist(subject);
      default -> Evidence.NONE;
    };
  }

  private Evidence course(CourseId course) {
    List<LocalDate> completions = new ArrayList<>(paths.satisfied(Subject.course(course.value())));
    completions.addAll(done(course));
    for (Equivalency one : library.countingAs(course)) {
      one.countingAs(course)
          .ifPresent(other -> done(other).stream().filter(one::holdsFor).forEach(completions::add));
    }
    List<Retraining.Done> own = known.enrollments().stream()
        .filter(enrollment -> enrollment.course().equals(course))
        .flatMap(enrollment -> enrollment.completed().stream()
            .map(done -> new Retraining.Done(enrollment.version(), done.on())))
        .toList();
    return new CourseEvidence(
        completions, starts(List.of(course)), again(Subject.course(course.value()), own));
  }

  private List<LocalDate> again(Subject subject, List<Retraining.Done> own) {
    return library.retrainings(subject).stream()
        .filter(version -> version.concerns(own))
        .map(Retraining::effectiveOn)
        .toList();
  }

  /** The days on which he completed a course, or what was recognised as it. */
  private List<LocalDate> done(CourseId course) {
    return Stream.concat(
            known.enrollments().stream()
                .filter(enrollment -> enrollment.course().equals(course))
                .flatMap(enrollment -> enrollment.completed().stream())
                .map(Completed::on),
            known.elsewhere().stream()
                .filter(prior -> prior.course().equals(course))
                .map(PriorLearning::on))
        .toList();
  }

  private Evidence checklist(Subject subject) {
    List<LocalDate> days = new ArrayList<>(paths.satisfied(subject));
    days.addAll(library.observed(known.learner(), subject));
    return new CourseEvidence(days, List.of(), List.of());
  }

  private Evidence path(Subject subject) {
    List<PathEnrollment> enrollments = known.paths().stream()
        .filter(enrollment -> enrollment.path().value().equals(subject.id()))
        .toList();
    List<LocalDate> starts = new ArrayList<>(starts(paths.below(subject).stream()
        .filter(step -> step.kind() == Subject.Kind.COURSE)
        .map(step -> new CourseId(step.id()))
        .toList()));
    paths.below(subject).forEach(step -> starts.addAll(paths.satisfied(step)));
    return new CourseEvidence(
        enrollments.stream().flatMap(one -> one.completedOn().stream()).toList(),
        starts,
        again(
            subject,
            enrollments.stream()
                .flatMap(one ->
                    one.completedOn().stream().map(on -> new Retraining.Done(one.version(), on)))
                .toList()));
  }

  private Evidence certification(Subject subject) {
    CertificationId id = new CertificationId(subject.id());
    CertificationHistory history = known
        .certifications()
        .getOrDefault(id, CertificationHistory.of(library.policy(id), List.of()));
    return new CertificationEvidence(
        library.policy(id), history, starts(library.coursesOf(subject)));
  }

  private List<LocalDate> starts(List<CourseId> courses) {
    return known.enrollments().stream()
        .filter(enrollment -> courses.contains(enrollment.course()))
        .map(Enrollment::startedAt)
        .flatMap(Optional::stream)
        .map(known.person()::dayOf)
        .toList();
  }

  /** When reasons of a cause began and became known, as it was told. */
  private Map<LocalDate, LocalDate> told(Subject subject, Cause cause) {
    Map<LocalDate, LocalDate> told = new HashMap<>();
    Stored<Assignment> stored = known.told().get(subject);
    if (stored != null) {
      Set<LiveReason> reasons = new HashSet<>();
      stored
          .value()
          .moments()
          .forEach(moment -> reasons.addAll(moment.situation().reasons()));
      reasons.stream()
          .filter(reason -> reason.cause().equals(cause))
          .forEach(reason -> told.put(reason.since(), reason.knownOn()));
    }
    return told;
  }

  private LocalDate knownOn(Subject subject, Cause cause, LocalDate since) {
    LocalDate told = told(subject, cause).get(since);
    if (told != null) {
      return told;
    }
    return since.isBefore(heardOn) ? heardOn : since;
  }
}
