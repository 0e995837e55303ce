package org.lmskit.assignment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.certification.PolicyVersion;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.path.progress.LeafAsked;
import org.lmskit.recognition.Equivalency;
import org.lmskit.recognition.Recognitions;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.version.Published;
import org.lmskit.workforce.OrgUnit;

/** What duties need to know that is about nobody in particular; each found once. */
final class Library {
  private final Asking asking;
  private final Reader reader;
  private final ZoneId zone;
  private final Supplier<LocalDate> today;
  private final Rules rules;
  private final OrgChart chart;
  private final Map<CurrentOn<CourseId>, Optional<CourseVersion>> courses = new HashMap<>();
  private final Map<Subject, List<Retraining>> retrainings = new HashMap<>();
  private final Map<CertificationId, List<PolicyVersion>> policies = new HashMap<>();
  private final Map<CourseId, List<Equivalency>> equivalencies = new HashMap<>();
  private final Map<CurrentOn<PathId>, Optional<LearningPath>> paths = new HashMap<>();
  private final Map<String, Optional<LearningPath>> pathVersions = new HashMap<>();

  /** What was current on a day. */
  private record CurrentOn<T>(T id, LocalDate day) {}

  /**
   * Of these records.
   *
   * @param asking for what packages above know
   * @param zone of the tenant
   * @param today the day in that zone whose versions are current
   */
  Library(Asking asking, ZoneId zone, Supplier<LocalDate> today) {
    this.asking = asking;
    this.reader = asking.reader();
    this.zone = zone;
    this.today = today;
    this.rules = Rules.of(reader);
    this.chart = new OrgChart(id -> reader.find(OrgUnit.KIND, id.value()).map(Stored::value));
  }

  Reader reader() {
    return reader;
  }

  ZoneId zone() {
    return zone;
  }

  Rules rules() {
    return rules;
  }

  OrgChart chart() {
    return chart;
  }

  /** The version of a course with which a duty begins on a day; where that day began before the tenant's, its version. */
  Optional<CourseVersion> course(CourseId id, LocalDate day) {
    LocalDate now = today.get();
    return courses.computeIfAbsent(
        new CurrentOn<>(id, day.isAfter(now) ? day : now),
        of -> Catalog.current(reader, of.id(), of.day()));
  }

  /** The versions of a course or a learning path for which all who had completed an earlier one do it again. */
  List<Retraining> retrainings(Subject subject) {
    return retrainings.computeIfAbsent(subject, of -> {
      Query<? extends Published> versions = of.kind() == Subject.Kind.PATH
          ? Query.of(PathVersion.KIND).where("path", of.id())
          : Query.of(CourseVersion.KIND).where("course", of.id());
      return retrainings(versions);
    });
  }

  private <V extends Published> List<Retraining> retrainings(Query<V> versions) {
    return reader.list(versions).stream()
        .map(Stored::value)
        .filter(version -> version.plan().retrainCompleted())
        .map(version -> new Retraining(version.number(), version.effectiveOn()))
        .toList();
  }

  /** All by which other courses ever counted as this one. */
  List<Equivalency> countingAs(CourseId id) {
    return equivalencies.computeIfAbsent(id, of -> Recognitions.countingAs(reader, of));
  }

  Optional<LearningPath> path(PathId id) {
    return paths.computeIfAbsent(
        new CurrentOn<>(id, today.get()),
        of -> Paths.current(reader, of.id(), of.day()).map(PathVersion::path));
  }

  Optional<LearningPath> path(PathId id, int version) {
    return pathVersions.computeIfAbsent(
        version + " " + id, key -> Paths.version(reader, id, version).map(PathVersion::path));
  }

  /** The days on which a learner was observed to meet a checklist. */
  List<LocalDate> observed(LearnerKey learner, Subject checklist) {
    Requirement.Leaf leaf = new Requirement.Completed(checklist);
    return asking.ask(new LeafAsked(learner, leaf, LocalDate.MAX)).stream()
        .flatMap(answer -> answer.metOn().stream())
        .toList();
  }

  List<PolicyVersion> policy(CertificationId id) {
    return policies.computeIfAbsent(id, of -> Certifications.versions(reader, of));
  }

  /** The courses by which something is done: itself, or those that lead to an award. */
  List<CourseId> coursesOf(Subject subject) {
    if (subject.kind() == Subject.Kind.COURSE) {
      return List.of(new CourseId(subject.id()));
    }
    if (subject.kind() != Subject.Kind.CERTIFICATION) {
      return List.of();
    }
    List<PolicyVersion> versions = policy(new CertificationId(subject.id()));
    return versions.isEmpty()
        ? List.of()
        : versions.get(versions.size() - 1).policy().subjects().stream()
            .filter(path -> path.kind() == Subject.Kind.COURSE)
            .map(path -> new CourseId(path.id()))
            .distinct()
            .toList();
  }
}
