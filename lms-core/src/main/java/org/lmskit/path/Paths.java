package org.lmskit.path;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Scope;
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
import org.lmskit.version.Drafts;
import org.lmskit.version.Enrollees;
import org.lmskit.version.Refusals;
import org.lmskit.version.Rollout;
import org.lmskit.version.Versions;

/** The learning paths of a tenant. Obtained from {@code lms.paths()}; thread-safe. */
public final class Paths {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS =
      List.of(PathEntry.KIND, PathVersion.KIND, PathDraft.KIND);

  static final Versions<PathEntry, PathVersion> VERSIONS = new Versions<>(
      "path",
      PathEntry.KIND,
      PathVersion.KIND,
      PathEntry::with,
      new Versions.Telling<>(
          PathVersionPublished::new,
          (header, version) -> new PathVersionTookEffect(header, version.id(), version.number())));

  private static final Drafts<PathDraft> DRAFTS = new Drafts<>(
      "path",
      PathDraft.KIND,
      (number, revision, at, draft) -> new PathDraft(number, revision, at, draft.path()),
      PathReason.VERSION_PUBLISHED,
      PathReason.DRAFT_CHANGED);

  private final Scope scope;

  /** For {@code Lms}. */
  public Paths(Scope scope) {
    this.scope = scope;
  }

  /** Registers how paths follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(PathEntry.KIND, PathVersion.KIND)
        .on(
            PathVersionPublished.class,
            (event, records) -> VERSIONS.project(event.version(), records));
  }

  /** Registers which courses and paths exist; for {@code Lms}. */
  public static void register(Questions.Builder questions) {
    questions.on(SubjectAsked.class, Paths::answer);
  }

  /** Registers what becomes due; for {@code Lms}. */
  public static void register(TimerHandlers.Builder timers) {
    VERSIONS.register(timers);
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
    return scope.read(
        "paths.find", path.value(), reader -> VERSIONS.current(reader, path, scope.today()));
  }

  /** A certain version of a path. */
  public Optional<PathVersion> find(PathId path, int number) {
    return scope.read("paths.find", path.value(), reader -> VERSIONS.find(reader, path, number));
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
    return scope.read("paths.find", path.value(), reader -> VERSIONS.newest(reader, path));
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
    return scope.write(
        "paths.saveDraft",
        draft.id().value(),
        op -> DRAFTS.save(op, draft, VERSIONS.newestNumber(op.tx(), draft.id())));
  }

  /** The draft of a path, if somebody works on one. */
  public Optional<PathDraft> draft(PathId path) {
    return scope.read("paths.draft", path.value(), reader -> DRAFTS.find(reader, path));
  }

  /** Throws the draft of a path away; harmless if there is none. */
  public void discardDraft(PathId path) {
    scope.write("paths.discardDraft", path.value(), op -> {
      DRAFTS.discard(op, path);
      return path;
    });
  }

  /** The version of a path that is current now, inside an operation of a package above. */
  public static Optional<PathVersion> current(Operation op, PathId path) {
    return VERSIONS.current(op.tx(), path, op.today());
  }

  /** The version of a path that is current on a day of the tenant, inside an operation of a package above. */
  public static Optional<PathVersion> current(Reader reader, PathId path, LocalDate day) {
    return VERSIONS.current(reader, path, day);
  }

  /** Whether a path was ever published, inside an operation of a package above. */
  public static boolean isPublished(Reader reader, PathId path) {
    return VERSIONS.isPublished(reader, path);
  }

  /** A certain version of a path, inside an operation of a package above. */
  public static Optional<PathVersion> version(Reader reader, PathId path, int number) {
    return VERSIONS.find(reader, path, number);
  }

  /** What brings those who are enrolled on paths to later versions, for the package above that knows them. */
  public static <E> Rollout<PathVersion, E> rollout(Enrollees<PathVersion, E> enrollees) {
    return new Rollout<>(VERSIONS, enrollees);
  }

  private static PathVersion publish(Operation op, LearningPath path, @Nullable PathPlan plan) {
    Refusals.ofErrors(
        PathReason.PATH_INVALID, "path " + path.id(), PathCheck.of(path, op.asking(), op.today()));
    return VERSIONS.publish(op, new PathCandidate(path, plan), DRAFTS);
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

  private static SubjectAsked.Answer known(boolean known) {
    return known ? SubjectAsked.Answer.KNOWN : SubjectAsked.Answer.UNKNOWN;
  }
}
