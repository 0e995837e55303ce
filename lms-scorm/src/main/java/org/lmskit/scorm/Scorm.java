package org.lmskit.scorm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lmskit.Lms;
import org.lmskit.LmsModule;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.Unit;
import org.lmskit.content.Blob;
import org.lmskit.content.ContentBatch;
import org.lmskit.internal.Operation;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.ScormAttempt.Launched;
import org.lmskit.scorm.ScormPackage.StoredFile;
import org.lmskit.scorm.ScormRequest.Logging;
import org.lmskit.scorm.archive.PackageFile;
import org.lmskit.scorm.packaging.OpenPackage;
import org.lmskit.scorm.packaging.PackageOptions;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.ApiReply;
import org.lmskit.scorm.runtime.CallLog;
import org.lmskit.scorm.runtime.Compatibility;
import org.lmskit.scorm.runtime.Mode;
import org.lmskit.scorm.runtime.Switch;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.store.Kinds;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learner;
import org.lmskit.workforce.WorkforceEvent.LearnerErased;

/**
 * SCORM on an engine: packages are imported, units that are made of them are launched, their content
 * calls and navigates. Immutable and thread-safe; a view for another tenant is made of that tenant's
 * {@link Lms}.
 */
public final class Scorm {
  /** What SCORM stores; a {@code JdbcStore} is opened with it. */
  public static final Kinds KINDS = new Kinds(
      "scorm",
      List.of(ScormPackage.KIND, ScormAttempt.KIND, ScormShared.KIND),
      Scorm.class.getClassLoader());

  /** What an engine is built with to run SCORM units. */
  public static final LmsModule MODULE = new LmsModule(
      KINDS,
      List.of(ScormContent.TYPE),
      reactions -> reactions.on(LearnerErased.class, Scorm::erase));

  private final Lms lms;
  private final CourseCache courses;
  private final int logged;

  private Scorm(Lms lms, CourseCache courses, int logged) {
    this.lms = lms;
    this.courses = courses;
    this.logged = logged;
  }

  /** SCORM on this engine, for its tenant and principal. */
  public static Scorm of(Lms lms) {
    return new Scorm(lms, new CourseCache(), 0);
  }

  /** The same for another tenant or principal of the engine. */
  public Scorm on(Lms other) {
    return new Scorm(other, courses, logged);
  }

  /**
   * The same, keeping what content calls for those who support it: of each attempt the newest calls,
   * GetValue and refused ones included, until the attempt or its learner is erased. See {@link
   * #callLog}.
   *
   * @param calls how many of an attempt, at least 1
   * @throws IllegalArgumentException if it is less
   */
  public Scorm withCallLog(int calls) {
    return new Scorm(lms, courses, CallLog.of(calls).capacity());
  }

  /** Imports a package with the default limits; see {@link #importPackage(Path, PackageOptions)}. */
  public ScormImport importPackage(Path zip) {
    return importPackage(zip, PackageOptions.DEFAULT);
  }

  /**
   * Imports a package: all of it, or nothing. Findings are values; an import that was refused stores
   * nothing.
   *
   * @throws java.io.UncheckedIOException if the file does not exist or the disk cannot be read
   * @throws org.lmskit.model.StoreFailureException if the content cannot be stored
   */
  public ScormImport importPackage(Path zip, PackageOptions options) {
    try (OpenPackage opened = OpenPackage.open(zip, options)) {
      if (!opened.inspection().accepted()) {
        return new ScormImport(opened.inspection(), null);
      }
      Map<String, StoredFile> files;
      try {
        files = put(opened.files());
      } catch (RejectedException damaged) { // what is wrong stands in the findings
        return new ScormImport(opened.inspection(), null);
      }
      return new ScormImport(opened.inspection(), store(opened, files, options.switches()));
    }
  }

  /** The imported package of this id. */
  public Optional<ScormPackage> find(String packageId) {
    return lms.scope().read("scorm.find", packageId, reader -> findPackage(reader, packageId));
  }

  /**
   * Launches a unit in normal mode for credit; see {@link #launch(EnrollmentId, UnitId, Mode,
   * boolean)}.
   */
  public Launch launch(EnrollmentId enrollment, UnitId unit) {
    return launch(enrollment, unit, Mode.NORMAL, true);
  }

  /**
   * Launches a unit: begins an attempt or goes on with the one that has not ended, resumes what was
   * suspended, and delivers an activity if one can be delivered without a choice. A review of a unit
   * whose attempt has ended shows that attempt and begins none.
   *
   * @param forCredit whether success and score count
   * @throws NotFoundException if the enrollment or unit does not exist in this tenant
   * @throws RejectedException ENROLLMENT_CLOSED, PREREQUISITE_MISSING or ATTEMPTS_EXHAUSTED
   * @throws IllegalArgumentException if the unit is not made of a SCORM package
   * @see "SCORM 2004 4th Ed. RTE 2.1.1"
   */
  public Launch launch(EnrollmentId enrollment, UnitId unit, Mode mode, boolean forCredit) {
    Enrollment current = lms.enrollments()
        .find(enrollment)
        .orElseThrow(() -> NotFoundException.of("enrollment", enrollment));
    ScormCourse course = courses.of(lms.scope().tenant(), packageOf(current, unit));
    String id = lms.scope().engine().ids().get();
    ScormLearner learner = learner(current, mode, forCredit);
    ScormRequest open = new ScormRequest.Open(course, learner, id);
    Optional<AttemptId> ended =
        mode == Mode.REVIEW ? ScormReview.find(lms, current, unit) : Optional.empty();
    if (ended.isPresent()) {
      ScormReview.take(lms, ended.get(), open);
    } else {
      lms.attempts().open(enrollment, unit, ScormContent.TYPE, open);
    }
    return new Launch(id, attempt(id));
  }

  /**
   * A numbered batch of calls of content. Repeating the last number gets the recorded replies and
   * changes nothing.
   *
   * @param sequence 1 for the first batch of a launch, then one more with each
   * @return one reply for each call; the SCORM API never throws
   * @throws NotFoundException if there is no such launch
   * @throws RejectedException CALLS_MISSING, LAUNCH_SUPERSEDED, LAUNCH_REVOKED, NOTHING_DELIVERED or
   *     ATTEMPT_ENDED
   */
  public List<ApiReply> call(String launch, long sequence, List<ApiCall> calls) {
    return callAndNavigate(launch, sequence, calls, List.of()).replies();
  }

  /**
   * A navigation request of the learner, whose content was taken away before.
   *
   * @throws NotFoundException if there is no such launch
   * @throws RejectedException LAUNCH_SUPERSEDED, LAUNCH_REVOKED or ATTEMPT_ENDED
   */
  public Delivery navigate(String launch, Request request) {
    LaunchView view = view(launch);
    ScormAnswer answer = take(
        view,
        new ScormRequest.Navigate(
            view.registration().course(), view.registration().learner(), launch, request));
    NavigationReply reply = answer.navigation();
    return reply == null ? new Delivery.Nothing() : Delivery.of(reply);
  }

  /**
   * Takes a launch back: whoever has its link can do no more with it. What it has recorded stays, and
   * the unit can be launched again. Harmless if it was revoked before.
   *
   * @throws NotFoundException if there is no such launch
   */
  public void revoke(String launch) {
    lms.scope().write("scorm.revoke", launch, op -> {
      Stored<ScormAttempt> stored = stored(op.tx(), launch);
      ScormAttempt attempt = stored.value();
      Launched known = attempt.find(launch).orElseThrow();
      if (!known.isRevoked()) {
        op.tx().update(stored, attempt.with(known.revoked()));
      }
      return launch;
    });
  }

  /**
   * What the content of an attempt called, the oldest first; empty if nothing was logged.
   *
   * @see #withCallLog
   */
  public Optional<CallLog> callLog(AttemptId attempt) {
    return lms.scope()
        .read(
            "scorm.callLog",
            attempt.value(),
            reader -> reader
                .find(ScormAttempt.KIND, attempt.value())
                .flatMap(stored -> Optional.ofNullable(stored.value().log())));
  }

  /**
   * A launch as it stands.
   *
   * @throws NotFoundException if there is no such launch
   */
  public LaunchView view(String launch) {
    ScormAttempt state = state(launch);
    Attempt attempt = lms.attempts().find(state.id()).orElseThrow();
    Enrollment enrollment = lms.enrollments().find(attempt.enrollment()).orElseThrow();
    ScormPackage content = packageOf(enrollment, attempt.unit());
    ScormCourse course = courses.of(lms.scope().tenant(), content);
    ScormShared shared = lms.scope().read("scorm.view", launch, reader -> shared(reader, state));
    Launched known = state.find(launch).orElseThrow();
    ScormLearner learner =
        learner(enrollment, known.terms().mode(), known.terms().forCredit());
    return new LaunchView(
        launch,
        known.sequence(),
        known.isRevoked(),
        state.isSuperseded(launch),
        state.id(),
        enrollment,
        content,
        ScormContent.registration(state, shared, course, learner));
  }

  /** Whether the host wants to see what content calls. */
  boolean logs() {
    return logged > 0;
  }

  /**
   * The replies to a batch of calls, and what became of a navigation that content asked for.
   *
   * @param said all that content called since the last batch, where the browser tells it
   */
  ScormAnswer callAndNavigate(
      String launch, long sequence, List<ApiCall> calls, List<CallLog.Entry> said) {
    LaunchView view = view(launch);
    return take(
        view,
        new ScormRequest.Calls(
            view.registration().course(),
            view.registration().learner(),
            launch,
            sequence,
            calls,
            new Logging(logged, said)));
  }

  private ScormAnswer take(LaunchView view, ScormRequest request) {
    return ScormReview.isOne(lms, view)
        ? ScormReview.take(lms, view.attempt(), request)
        : lms.attempts().advance(view.attempt(), ScormContent.TYPE, request);
  }

  /**
   * Makes sure that a launch may bring the calls of another one.
   *
   * @throws NotFoundException if they are not of one attempt
   * @throws RejectedException LAUNCH_REVOKED
   */
  void requireMayBring(String launch, String other) {
    if (launch.equals(other)) {
      return;
    }
    ScormAttempt attempt = state(launch);
    if (attempt.find(other).isEmpty()) {
      throw new NotFoundException("no launch with id " + other + " of that attempt");
    }
    attempt.requireNotRevoked(launch);
  }

  /** The present, by the engine's clock. */
  public Instant now() {
    return lms.scope().engine().now();
  }

  /** Whose units it runs. */
  public TenantId tenant() {
    return lms.scope().tenant();
  }

  /** The engine's files of this tenant. */
  public InputStream open(StoredFile file, long from, long length) {
    return lms.scope()
        .content()
        .open(new Blob(lms.scope().tenant(), file.hash(), file.size()), from, length);
  }

  private Map<String, StoredFile> put(List<PackageFile> files) {
    Map<String, StoredFile> stored = new LinkedHashMap<>();
    try (ContentBatch batch = lms.scope().content().batch(lms.scope().tenant())) {
      files.forEach(file -> stored.put(file.path(), put(batch, file)));
      batch.finish();
    }
    return stored;
  }

  private static StoredFile put(ContentBatch batch, PackageFile file) {
    try (var bytes = file.open()) {
      Blob blob = batch.put(bytes, Long.MAX_VALUE);
      return new StoredFile(blob.hash(), blob.size());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.path(), e);
    }
  }

  private ScormPackage store(
      OpenPackage opened, Map<String, StoredFile> files, Map<Switch, Integer> switches) {
    var manifest = Objects.requireNonNull(opened.inspection().manifest());
    Compatibility compatibility = new Compatibility(ScormCourse.version(manifest), switches);
    return lms.scope().write("scorm.importPackage", "", op -> {
      ScormPackage imported =
          new ScormPackage(op.newId(), op.now(), manifest, compatibility, files);
      List<Sha256> hashes = files.values().stream().map(StoredFile::hash).toList();
      op.claim(hashes, "scorm_package:" + imported.id());
      op.tx().insert(ScormPackage.KIND, imported);
      return imported;
    });
  }

  private ScormPackage packageOf(Enrollment enrollment, UnitId unitId) {
    return lms.scope().read("scorm.package", unitId.value(), reader -> {
      Unit unit = Catalog.version(reader, enrollment.course(), enrollment.version())
          .orElseThrow()
          .unit(unitId);
      return findPackage(reader, unit.content().reference())
          .filter(found -> unit.content().type().equals(ScormPackage.CONTENT_TYPE))
          .orElseThrow(() -> new IllegalArgumentException(
              "unit " + unitId + " is not made of a SCORM package: " + unit.content()));
    });
  }

  private static Optional<ScormPackage> findPackage(Reader reader, String id) {
    return reader.find(ScormPackage.KIND, id).map(Stored::value);
  }

  private ScormLearner learner(Enrollment enrollment, Mode mode, boolean forCredit) {
    Learner known =
        lms.workforce().learners(List.of(enrollment.learner())).get(enrollment.learner());
    String id = known == null ? enrollment.learner().value() : known.id().value();
    String name = known == null ? "" : known.profile().name();
    return new ScormLearner(id, name, mode, forCredit);
  }

  private ScormAttempt state(String launch) {
    return lms.scope()
        .read("scorm.launch", launch, reader -> stored(reader, launch))
        .value();
  }

  private static Stored<ScormAttempt> stored(Reader reader, String launch) {
    return reader.list(Query.of(ScormAttempt.KIND).where("launch", launch)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no launch with id " + launch));
  }

  private Attempt attempt(String launch) {
    return lms.attempts().find(state(launch).id()).orElseThrow();
  }

  private static ScormShared shared(Reader reader, ScormAttempt state) {
    return reader
        .find(ScormShared.KIND, state.learner().value())
        .map(Stored::value)
        .orElseGet(() -> ScormShared.nothing(state.learner()));
  }

  private static void erase(LearnerErased event, Operation op) {
    String learner = event.learner().value();
    op.tx().delete(op.tx().list(Query.of(ScormAttempt.KIND).where("learner", learner)));
    op.tx().find(ScormShared.KIND, learner).ifPresent(stored -> op.tx().delete(stored));
  }
}
