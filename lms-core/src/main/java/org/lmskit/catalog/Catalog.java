package org.lmskit.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.CatalogEvent.CourseVersionTookEffect;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Scope;
import org.lmskit.internal.Timer;
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
import org.lmskit.store.Stored;

/** The courses of a tenant. Obtained from {@code lms.catalog()}; thread-safe. */
public final class Catalog {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS =
      List.of(CatalogEntry.KIND, CourseVersion.KIND, Draft.KIND);

  /** The name of the timers of effective days; the owner goes on with the key of the version. For the packages above. */
  public static final String TAKES_EFFECT = "course-effective";

  /** The name of the timers of what is left to be done on such a day; for the packages above, which see to it. */
  public static final String REST = "course-rest";

  /** The name of the timers of sunset days; for the packages above, which see to them. */
  public static final String SUNSET = "course-sunset";

  private final Scope scope;

  /** For {@code Lms}. */
  public Catalog(Scope scope) {
    this.scope = scope;
  }

  /** Registers how courses follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(CatalogEntry.KIND, CourseVersion.KIND)
        .on(CourseVersionPublished.class, (event, records) -> {
          CourseVersion version = event.version();
          records.put(CourseVersion.KIND, version);
          records.put(
              CatalogEntry.KIND,
              records
                  .find(CatalogEntry.KIND, version.id().value())
                  .map(entry -> entry.next(version))
                  .orElseGet(() -> CatalogEntry.first(version)));
        });
  }

  /** Registers what becomes due; for {@code Lms}. */
  public static void register(TimerHandlers.Builder timers) {
    timers.on(TAKES_EFFECT, (timer, op) -> {
      String key = timer.owner().substring(TAKES_EFFECT.length() + 1);
      CourseVersion version = version(op.tx(), key).orElseThrow();
      op.record(new CourseVersionTookEffect(
          op.header(timer.at(), version.effectiveOn()), version.id(), version.number()));
    });
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
        "catalog.find", course.value(), reader -> current(reader, course, scope.today()));
  }

  /** A certain version of a course. */
  public Optional<CourseVersion> find(CourseId course, int number) {
    return scope.read("catalog.find", course.value(), reader -> version(reader, course, number));
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
    return scope.read("catalog.find", course.value(), reader -> newest(reader, course));
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
    return scope.write("catalog.saveDraft", draft.id().value(), op -> save(op, draft));
  }

  /** The draft of a course, if somebody works on one. */
  public Optional<Draft> draft(CourseId course) {
    return scope.read(
        "catalog.draft",
        course.value(),
        reader -> reader.find(Draft.KIND, course.value()).map(Stored::value));
  }

  /** Throws the draft of a course away; harmless if there is none. */
  public void discardDraft(CourseId course) {
    scope.write("catalog.discardDraft", course.value(), op -> discard(op, course));
  }

  /** The version of a course that is current now, inside an operation of a package above. */
  public static Optional<CourseVersion> current(Operation op, CourseId course) {
    return current(op.tx(), course, op.today());
  }

  /** The version of a course that is current on a day of the tenant, inside an operation of a package above. */
  public static Optional<CourseVersion> current(Reader reader, CourseId course, LocalDate day) {
    return reader
        .find(CatalogEntry.KIND, course.value())
        .flatMap(entry -> version(reader, course, entry.value().current(day).number()));
  }

  /** Whether a course was ever published, inside an operation of a package above. */
  public static boolean isPublished(Reader reader, CourseId course) {
    return reader.find(CatalogEntry.KIND, course.value()).isPresent();
  }

  /** The versions of a course from a number on that took effect by now, for the packages above. */
  public static List<CourseVersion> inEffect(Operation op, CourseId course, int from) {
    return op.tx().find(CatalogEntry.KIND, course.value()).stream()
        .flatMap(entry -> entry.value().versions().stream())
        .filter(version -> version.number() >= from)
        .filter(version -> !version.effectiveOn().isAfter(op.today()))
        .flatMap(version -> version(op.tx(), course, version.number()).stream())
        .toList();
  }

  private static Optional<CourseVersion> newest(Reader reader, CourseId course) {
    return reader
        .find(CatalogEntry.KIND, course.value())
        .flatMap(entry -> version(reader, course, entry.value().newest().number()));
  }

  /** A certain version of a course, inside an operation of a package above. */
  public static Optional<CourseVersion> version(Reader reader, CourseId course, int number) {
    return version(reader, CourseVersion.key(course, number));
  }

  private CourseVersion publish(Operation op, Course course, @Nullable VersionPlan plan) {
    refuse(CatalogReason.COURSE_INVALID, "course " + course.id(), CourseCheck.of(course));
    Optional<Stored<CatalogEntry>> entry =
        op.tx().find(CatalogEntry.KIND, course.id().value());
    if (entry.isEmpty()) {
      refuse(CatalogReason.MAPPING_INVALID, "the plan", VersionPlan.checkFirst(plan, op.today()));
      CourseVersion first = CourseVersion.of(op, course, 1, VersionPlan.FIRST);
      op.tx().insert(CatalogEntry.KIND, CatalogEntry.first(first));
      return publish(op, first);
    }
    CourseVersion before = newest(op.tx(), course.id()).orElseThrow();
    if (before.digest().equals(CourseVersion.digestOf(course))) {
      return before;
    }
    if (plan == null) {
      throw mappingRequired(before.course(), course);
    }
    refuse(CatalogReason.MAPPING_INVALID, "the plan", plan.check(before, course, op.today()));
    op.catchUpOwners(entry.get().value().versions().stream()
        .map(version -> CourseVersion.key(course.id(), version.number()))
        .flatMap(key -> Stream.of(TAKES_EFFECT, REST, SUNSET).map(of -> of + ":" + key))
        .toList());
    CourseVersion next = CourseVersion.of(op, course, before.number() + 1, plan);
    op.tx().update(entry.get(), entry.get().value().next(next));
    return publish(op, next);
  }

  /** The version that a version's record names by its own id; for timers of the packages above. */
  public static Optional<CourseVersion> version(Reader reader, String key) {
    return reader.find(CourseVersion.KIND, key).map(Stored::value);
  }

  private CourseVersion publish(Operation op, CourseVersion version) {
    String owner = "course:" + CourseVersion.key(version.id(), version.number());
    List<Sha256> files = version.course().units().stream()
        .flatMap(unit -> unit.content().files().stream())
        .toList();
    op.claim(files, owner);
    op.tx().insert(CourseVersion.KIND, version);
    discard(op, version.id());
    op.record(new CourseVersionPublished(op.header(version.effectiveOn()), version));
    wait(op, version);
    return version;
  }

  private static Draft save(Operation op, Draft draft) {
    int published = op.tx()
        .find(CatalogEntry.KIND, draft.id().value())
        .map(entry -> entry.value().newest().number())
        .orElse(0);
    if (draft.number() <= published) {
      throw new RejectedException(
          CatalogReason.VERSION_PUBLISHED,
          "version " + draft.number() + " of course " + draft.id() + " is published");
    }
    Optional<Stored<Draft>> old = op.tx().find(Draft.KIND, draft.id().value());
    int revision = old.map(stored -> stored.value().revision()).orElse(0);
    if (draft.revision() != revision) {
      throw new RejectedException(
          CatalogReason.DRAFT_CHANGED,
          "the draft of " + draft.id() + " is at revision " + revision + ", not "
              + draft.revision());
    }
    Draft next = new Draft(published + 1, revision + 1, op.now(), draft.course());
    old.ifPresentOrElse(
        stored -> op.tx().update(stored, next), () -> op.tx().insert(Draft.KIND, next));
    return next;
  }

  private static void wait(Operation op, CourseVersion version) {
    if (version.effectiveOn().isAfter(op.today())) {
      String owner = TAKES_EFFECT + ":" + version.key();
      Instant at = version.effectiveOn().atStartOfDay(op.zone()).toInstant();
      op.replaceTimers(owner, List.of(Timer.of(at, owner, "effective")));
    }
  }

  private static CourseId discard(Operation op, CourseId course) {
    op.tx().find(Draft.KIND, course.value()).ifPresent(stored -> op.tx().delete(stored));
    return course;
  }

  private static void refuse(CatalogReason reason, String what, List<Problem> problems) {
    Map<String, String> errors = new TreeMap<>();
    problems.stream()
        .filter(Problem::isError)
        .forEach(p -> errors.put(p.code() + " " + p.location(), p.message()));
    if (!errors.isEmpty()) {
      throw new RejectedException(reason, what + " has errors: " + errors, errors);
    }
  }

  private static RejectedException mappingRequired(Course before, Course next) {
    Map<String, String> proposal = new TreeMap<>();
    List<UnitChange> mapping = VersionPlan.propose(before, next).mapping();
    for (int i = 0; i < mapping.size(); i++) {
      proposal.put(
          String.format(Locale.ROOT, "mapping.%03d", i + 1), mapping.get(i).toString());
    }
    return new RejectedException(
        CatalogReason.MAPPING_REQUIRED,
        "course " + next.id() + " is published; proposed mapping: " + proposal.values(),
        proposal);
  }
}
