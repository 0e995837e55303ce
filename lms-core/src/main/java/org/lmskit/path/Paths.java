package org.lmskit.path;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Rebuilt;
import org.lmskit.internal.Scope;
import org.lmskit.internal.Timer;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.model.CourseId;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.path.LearningPathEvent.PathVersionPublished;
import org.lmskit.path.LearningPathEvent.PathVersionTookEffect;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** The learning paths of a tenant. Obtained from {@code lms.paths()}; thread-safe. */
public final class Paths {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS =
      List.of(PathEntry.KIND, PathVersion.KIND, PathDraft.KIND);

  /** The name of the timers of effective days; the owner goes on with the key of the version. For the packages above. */
  public static final String TAKES_EFFECT = "path-effective";

  /** The name of the timers of what is left to be done on such a day; for the packages above, which see to it. */
  public static final String REST = "path-rest";

  /** The name of the timers of sunset days; for the packages above, which see to them. */
  public static final String SUNSET = "path-sunset";

  private final Scope scope;

  /** For {@code Lms}. */
  public Paths(Scope scope) {
    this.scope = scope;
  }

  /** Registers how paths follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(PathEntry.KIND, PathVersion.KIND)
        .on(PathVersionPublished.class, Paths::project);
  }

  /** Registers which courses and paths exist; for {@code Lms}. */
  public static void register(Questions.Builder questions) {
    questions.on(SubjectAsked.class, Paths::answer);
  }

  /** Registers what becomes due; for {@code Lms}. */
  public static void register(TimerHandlers.Builder timers) {
    timers.on(TAKES_EFFECT, (timer, op) -> {
      String key = timer.owner().substring(TAKES_EFFECT.length() + 1);
      PathVersion version = version(op.tx(), key).orElseThrow();
      op.record(new PathVersionTookEffect(
          op.header(timer.at(), version.effectiveOn()), version.id(), version.number()));
    });
  }

  /** What is wrong or doubtful about a path; publishing refuses it if one is an error. */
  public List<Problem> check(LearningPath path) {
    return scope.ask(
        "paths.check", path.id().value(), asking -> PathCheck.of(path, asking, scope.today()));
  }

  /**
   * Publishes the first version of a path, which is current at once. Publishing what is the newest version already changes
   * nothing.
   *
   * @throws RejectedException PATH_INVALID with the errors; MAPPING_REQUIRED if the path has another version already, with a
   *     proposed mapping
   */
  public PathVersion publish(LearningPath path) {
    return scope.write("paths.publish", path.id().value(), op -> publish(op, path, null));
  }

  /**
   * Publishes the next version of a path. It is current from 00:00 of the plan's effective day in the tenant's zone on, at
   * once without one; until then new enrollments get the version before.
   *
   * @param plan from when on it is current, and what then becomes of those who are on an earlier version
   * @throws RejectedException PATH_INVALID or MAPPING_INVALID with the errors
   */
  public PathVersion publish(LearningPath path, PathPlan plan) {
    return scope.write("paths.publish", path.id().value(), op -> publish(op, path, plan));
  }

  /** The version of a path that is current today, in the tenant's zone. */
  public Optional<PathVersion> find(PathId path) {
    return scope.read("paths.find", path.value(), reader -> current(reader, path, scope.today()));
  }

  /** A certain version of a path. */
  public Optional<PathVersion> find(PathId path, int number) {
    return scope.read("paths.find", path.value(), reader -> version(reader, path, number));
  }

  /** All paths, in the order of their first publication. */
  public Page<PathEntry> all(PageRequest page) {
    return scope.read("paths.all", "", reader -> Pages.of(reader, Query.of(PathEntry.KIND), page));
  }

  /** All versions of a path, the oldest first. */
  public Page<PathVersion> versions(PathId path, PageRequest page) {
    return scope.read(
        "paths.versions",
        path.value(),
        reader -> Pages.of(reader, Query.of(PathVersion.KIND).where("path", path.value()), page));
  }

  /** The newest version of a path; it may take effect later. */
  public Optional<PathVersion> newest(PathId path) {
    return scope.read("paths.find", path.value(), reader -> newest(reader, path));
  }

  /** A draft to begin with: of the next version, or of the first for a new path. */
  public PathDraft newDraft(LearningPath path) {
    int number = newest(path.id()).map(PathVersion::number).orElse(0) + 1;
    return new PathDraft(number, 0, scope.engine().now(), path);
  }

  /**
   * Saves a draft.
   *
   * @return the draft as it was saved, to build on
   * @throws RejectedException VERSION_PUBLISHED if that version was published meanwhile; DRAFT_CHANGED if somebody else saved
   *     since this draft was read
   */
  public PathDraft save(PathDraft draft) {
    return scope.write("paths.saveDraft", draft.id().value(), op -> save(op, draft));
  }

  /** The draft of a path, if somebody works on one. */
  public Optional<PathDraft> draft(PathId path) {
    return scope.read(
        "paths.draft",
        path.value(),
        reader -> reader.find(PathDraft.KIND, path.value()).map(Stored::value));
  }

  /** Throws the draft of a path away; harmless if there is none. */
  public void discardDraft(PathId path) {
    scope.write("paths.discardDraft", path.value(), op -> discard(op, path));
  }

  /** The version of a path that is current now, inside an operation of a package above. */
  public static Optional<PathVersion> current(Operation op, PathId path) {
    return current(op.tx(), path, op.today());
  }

  /** The version of a path that is current on a day of the tenant, inside an operation of a package above. */
  public static Optional<PathVersion> current(Reader reader, PathId path, LocalDate day) {
    return reader
        .find(PathEntry.KIND, path.value())
        .flatMap(entry -> version(reader, path, entry.value().current(day).number()));
  }

  /** Whether a path was ever published, inside an operation of a package above. */
  public static boolean isPublished(Reader reader, PathId path) {
    return reader.find(PathEntry.KIND, path.value()).isPresent();
  }

  /** The current version of a path and all that take effect later, the current one first. */
  static List<LearningPath> live(Reader reader, PathId path, LocalDate day) {
    return reader.find(PathEntry.KIND, path.value()).stream()
        .map(Stored::value)
        .flatMap(entry -> entry.versions().stream()
            .filter(version -> version.number() >= entry.current(day).number()))
        .flatMap(version -> version(reader, path, version.number()).stream())
        .map(PathVersion::path)
        .toList();
  }

  /** The versions of a path from a number on that took effect by now, for the packages above. */
  public static List<PathVersion> inEffect(Operation op, PathId path, int from) {
    return op.tx().find(PathEntry.KIND, path.value()).stream()
        .flatMap(entry -> entry.value().versions().stream())
        .filter(version -> version.number() >= from)
        .filter(version -> !version.effectiveOn().isAfter(op.today()))
        .flatMap(version -> version(op.tx(), path, version.number()).stream())
        .toList();
  }

  private static Optional<PathVersion> newest(Reader reader, PathId path) {
    return reader
        .find(PathEntry.KIND, path.value())
        .flatMap(entry -> version(reader, path, entry.value().newest().number()));
  }

  /** A certain version of a path, inside an operation of a package above. */
  public static Optional<PathVersion> version(Reader reader, PathId path, int number) {
    return version(reader, PathVersion.key(path, number));
  }

  /** The version that a version's record names by its own id; for timers of the packages above. */
  public static Optional<PathVersion> version(Reader reader, String key) {
    return reader.find(PathVersion.KIND, key).map(Stored::value);
  }

  private static PathVersion publish(Operation op, LearningPath path, @Nullable PathPlan plan) {
    refuse(
        PathReason.PATH_INVALID, "path " + path.id(), PathCheck.of(path, op.asking(), op.today()));
    Optional<Stored<PathEntry>> entry = op.tx().find(PathEntry.KIND, path.id().value());
    if (entry.isEmpty()) {
      refuse(PathReason.MAPPING_INVALID, "the plan", PathPlan.checkFirst(plan, op.today()));
      PathVersion first = PathVersion.of(op, path, 1, PathPlan.FIRST);
      op.tx().insert(PathEntry.KIND, PathEntry.first(first));
      return publish(op, first);
    }
    PathVersion before = newest(op.tx(), path.id()).orElseThrow();
    if (before.digest().equals(PathVersion.digestOf(path))) {
      return before;
    }
    if (plan == null) {
      throw mappingRequired(before.path(), path);
    }
    refuse(PathReason.MAPPING_INVALID, "the plan", plan.check(before, path, op.today()));
    op.catchUpOwners(entry.get().value().versions().stream()
        .map(version -> PathVersion.key(path.id(), version.number()))
        .flatMap(key -> Stream.of(TAKES_EFFECT, REST, SUNSET).map(of -> of + ":" + key))
        .toList());
    PathVersion next = PathVersion.of(op, path, before.number() + 1, plan);
    op.tx().update(entry.get(), entry.get().value().next(next));
    return publish(op, next);
  }

  private static PathVersion publish(Operation op, PathVersion version) {
    op.tx().insert(PathVersion.KIND, version);
    discard(op, version.id());
    op.record(new PathVersionPublished(op.header(version.effectiveOn()), version));
    wait(op, version);
    return version;
  }

  private static SubjectAsked.Answer answer(SubjectAsked asked, Asking asking) {
    Reader reader = asking.reader();
    Subject subject = asked.subject();
    if (subject.kind() == Subject.Kind.COURSE) {
      return known(Catalog.isPublished(reader, new CourseId(subject.id())));
    }
    return subject.kind() == Subject.Kind.PATH
        ? known(isPublished(reader, new PathId(subject.id())))
        : SubjectAsked.Answer.NOT_MINE;
  }

  private static void wait(Operation op, PathVersion version) {
    if (version.effectiveOn().isAfter(op.today())) {
      String owner = TAKES_EFFECT + ":" + version.key();
      Instant at = version.effectiveOn().atStartOfDay(op.zone()).toInstant();
      op.replaceTimers(owner, List.of(Timer.of(at, owner, "effective")));
    }
  }

  private static SubjectAsked.Answer known(boolean known) {
    return known ? SubjectAsked.Answer.KNOWN : SubjectAsked.Answer.UNKNOWN;
  }

  private static PathDraft save(Operation op, PathDraft draft) {
    int published = op.tx()
        .find(PathEntry.KIND, draft.id().value())
        .map(entry -> entry.value().newest().number())
        .orElse(0);
    if (draft.number() <= published) {
      throw new RejectedException(
          PathReason.VERSION_PUBLISHED,
          "version " + draft.number() + " of path " + draft.id() + " is published");
    }
    Optional<Stored<PathDraft>> old = op.tx().find(PathDraft.KIND, draft.id().value());
    int revision = old.map(stored -> stored.value().revision()).orElse(0);
    if (draft.revision() != revision) {
      throw new RejectedException(
          PathReason.DRAFT_CHANGED,
          "the draft of " + draft.id() + " is at revision " + revision + ", not "
              + draft.revision());
    }
    PathDraft next = new PathDraft(published + 1, revision + 1, op.now(), draft.path());
    old.ifPresentOrElse(
        stored -> op.tx().update(stored, next), () -> op.tx().insert(PathDraft.KIND, next));
    return next;
  }

  private static PathId discard(Operation op, PathId path) {
    op.tx().find(PathDraft.KIND, path.value()).ifPresent(stored -> op.tx().delete(stored));
    return path;
  }

  private static void project(PathVersionPublished event, Rebuilt records) {
    PathVersion version = event.version();
    records.put(PathVersion.KIND, version);
    records.put(
        PathEntry.KIND,
        records
            .find(PathEntry.KIND, version.id().value())
            .map(entry -> entry.next(version))
            .orElseGet(() -> PathEntry.first(version)));
  }

  private static void refuse(PathReason reason, String what, List<Problem> problems) {
    Map<String, String> errors = new TreeMap<>();
    problems.stream()
        .filter(Problem::isError)
        .forEach(p -> errors.put(p.code() + " " + p.location(), p.message()));
    if (!errors.isEmpty()) {
      throw new RejectedException(reason, what + " has errors: " + errors, errors);
    }
  }

  private static RejectedException mappingRequired(LearningPath before, LearningPath next) {
    Map<String, String> proposal = new TreeMap<>();
    List<StepChange> mapping = PathPlan.propose(before, next).mapping();
    for (int i = 0; i < mapping.size(); i++) {
      proposal.put(
          String.format(Locale.ROOT, "mapping.%03d", i + 1), mapping.get(i).toString());
    }
    return new RejectedException(
        PathReason.MAPPING_REQUIRED,
        "path " + next.id() + " is published; proposed mapping: " + proposal.values(),
        proposal);
  }
}
