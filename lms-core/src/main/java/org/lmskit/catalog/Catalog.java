package org.lmskit.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.CatalogEvent.CourseVersionTookEffect;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Scope;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.model.CourseId;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.version.Drafts;
import org.lmskit.version.Enrollees;
import org.lmskit.version.Refusals;
import org.lmskit.version.Rollout;
import org.lmskit.version.Versions;

/** The courses of a tenant. Obtained from {@code lms.catalog()}; thread-safe. */
public final class Catalog {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS =
      List.of(CatalogEntry.KIND, CourseVersion.KIND, Draft.KIND);

  private static final Versions<CatalogEntry, CourseVersion> VERSIONS = new Versions<>(
      "course",
      CatalogEntry.KIND,
      CourseVersion.KIND,
      CatalogEntry::with,
      new Versions.Telling<>(
          CourseVersionPublished::new,
          (header, version) ->
              new CourseVersionTookEffect(header, version.id(), version.number())));

  private static final Drafts<Draft> DRAFTS = new Drafts<>(
      "course",
      Draft.KIND,
      (number, revision, at, draft) -> new Draft(number, revision, at, draft.course()),
      CatalogReason.VERSION_PUBLISHED,
      CatalogReason.DRAFT_CHANGED);

  private final Scope scope;

  /** For {@code Lms}. */
  public Catalog(Scope scope) {
    this.scope = scope;
  }

  /** Registers how courses follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(CatalogEntry.KIND, CourseVersion.KIND)
        .on(
            CourseVersionPublished.class,
            (event, records) -> VERSIONS.project(event.version(), records));
  }

  /** Registers what becomes due; for {@code Lms}. */
  public static void register(TimerHandlers.Builder timers) {
    VERSIONS.register(timers);
  }

  /** What is wrong or doubtful about a course; publishing refuses it if one is an error. */
  public List<Problem> check(Course course) {
    return scope.ask("catalog.check", course.id().value(), asking -> {
      List<Problem> problems = new ArrayList<>(CourseCheck.of(course));
      problems.addAll(ContentCheck.of(course, asking, this::isThere));
      return List.copyOf(problems);
    });
  }

  private boolean isThere(Sha256 file) {
    return scope.content().find(scope.tenant(), file).isPresent();
  }

  /**
   * Publishes the first version of a course, which is current at once. Publishing what is the newest version already changes
   * nothing.
   *
   * @throws RejectedException COURSE_INVALID with the errors; MAPPING_REQUIRED if the course has
   *     another version already, with a proposed mapping; CONTENT_MISSING if a file is gone
   */
  public CourseVersion publish(Course course) {
    return scope.write("catalog.publish", course.id().value(), op -> publish(op, course, null));
  }

  /**
   * Publishes the next version of a course. It is current from 00:00 of the plan's effective day in the tenant's zone on, at
   * once without one; until then new enrollments get the version before.
   *
   * @param plan from when on it is current, and what then becomes of those who are on an earlier version
   * @throws RejectedException COURSE_INVALID or MAPPING_INVALID with the errors; CONTENT_MISSING if a
   *     file is gone
   */
  public CourseVersion publish(Course course, VersionPlan plan) {
    return scope.write("catalog.publish", course.id().value(), op -> publish(op, course, plan));
  }

  /** The version of a course that is current today, in the tenant's zone. */
  public Optional<CourseVersion> find(CourseId course) {
    return scope.read(
        "catalog.find", course.value(), reader -> VERSIONS.current(reader, course, scope.today()));
  }

  /** A certain version of a course. */
  public Optional<CourseVersion> find(CourseId course, int number) {
    return scope.read(
        "catalog.find", course.value(), reader -> VERSIONS.find(reader, course, number));
  }

  /** All courses, in the order of their first publication. */
  public Page<CatalogEntry> courses(PageRequest page) {
    return scope.read(
        "catalog.courses", "", reader -> Pages.of(reader, Query.of(CatalogEntry.KIND), page));
  }

  /** All versions of a course, the oldest first. */
  public Page<CourseVersion> versions(CourseId course, PageRequest page) {
    return scope.read(
        "catalog.versions",
        course.value(),
        reader ->
            Pages.of(reader, Query.of(CourseVersion.KIND).where("course", course.value()), page));
  }

  /** The newest version of a course; it may take effect later. */
  public Optional<CourseVersion> newest(CourseId course) {
    return scope.read("catalog.find", course.value(), reader -> VERSIONS.newest(reader, course));
  }

  /** A draft to begin with: of the current version, or of nothing for a new course. */
  public Draft newDraft(Course course) {
    int number = newest(course.id()).map(CourseVersion::number).orElse(0) + 1;
    return new Draft(number, 0, scope.engine().now(), course);
  }

  /**
   * Saves a draft.
   *
   * @return the draft as it was saved, to build on
   * @throws RejectedException VERSION_PUBLISHED if that version was published meanwhile;
   *     DRAFT_CHANGED if somebody else saved since this draft was read
   */
  public Draft save(Draft draft) {
    return scope.write(
        "catalog.saveDraft",
        draft.id().value(),
        op -> DRAFTS.save(op, draft, VERSIONS.newestNumber(op.tx(), draft.id())));
  }

  /** The draft of a course, if somebody works on one. */
  public Optional<Draft> draft(CourseId course) {
    return scope.read("catalog.draft", course.value(), reader -> DRAFTS.find(reader, course));
  }

  /** Throws the draft of a course away; harmless if there is none. */
  public void discardDraft(CourseId course) {
    scope.write("catalog.discardDraft", course.value(), op -> {
      DRAFTS.discard(op, course);
      return course;
    });
  }

  /** The version of a course that is current now, inside an operation of a package above. */
  public static Optional<CourseVersion> current(Operation op, CourseId course) {
    return VERSIONS.current(op.tx(), course, op.today());
  }

  /** The version of a course that is current on a day of the tenant, inside an operation of a package above. */
  public static Optional<CourseVersion> current(Reader reader, CourseId course, LocalDate day) {
    return VERSIONS.current(reader, course, day);
  }

  /** Whether a course was ever published, inside an operation of a package above. */
  public static boolean isPublished(Reader reader, CourseId course) {
    return VERSIONS.isPublished(reader, course);
  }

  /** A certain version of a course, inside an operation of a package above. */
  public static Optional<CourseVersion> version(Reader reader, CourseId course, int number) {
    return VERSIONS.find(reader, course, number);
  }

  /** What brings those who are enrolled on courses to later versions, for the package above that knows them. */
  public static <E> Rollout<CourseVersion, E> rollout(Enrollees<CourseVersion, E> enrollees) {
    return new Rollout<>(VERSIONS, enrollees);
  }

  private static CourseVersion publish(Operation op, Course course, @Nullable VersionPlan plan) {
    Refusals.ofErrors(
        CatalogReason.COURSE_INVALID, "course " + course.id(), CourseCheck.of(course));
    return VERSIONS.publish(op, new CourseCandidate(course, plan), DRAFTS);
  }
}
