package org.lmskit.assignment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.certification.PolicyVersion;
import org.lmskit.model.CourseId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.PathVersion;
import org.lmskit.path.Paths;
import org.lmskit.recognition.Equivalency;
import org.lmskit.recognition.Recognitions;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.OrgUnit;

/** What duties need to know that is about nobody in particular; each found once. */
final class Library {
  private final Reader reader;
  private final ZoneId zone;
  private final Rules rules;
  private final OrgChart chart;
  private final Map<CourseId, Optional<CourseVersion>> courses = new HashMap<>();
  private final Map<CourseId, List<LocalDate>> again = new HashMap<>();
  private final Map<CertificationId, List<PolicyVersion>> policies = new HashMap<>();
  private final Map<CourseId, List<Equivalency>> equivalencies = new HashMap<>();
  private final Map<PathId, Optional<LearningPath>> paths = new HashMap<>();
  private final Map<String, Optional<LearningPath>> pathVersions = new HashMap<>();

  Library(Reader reader, ZoneId zone) {
    this.reader = reader;
    this.zone = zone;
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

  Optional<CourseVersion> course(CourseId id) {
    return courses.computeIfAbsent(id, course -> Catalog.current(reader, course));
  }

  /** The days on which all who had completed a course had to do it again. */
  List<LocalDate> again(CourseId id) {
    return again.computeIfAbsent(
        id,
        course -> reader.list(Query.of(CourseVersion.KIND).where("course", course.value())).stream()
            .map(Stored::value)
            .filter(version -> version.plan().retrainCompleted())
            .map(version -> LocalDate.ofInstant(version.publishedAt(), zone))
            .toList());
  }

  /** All by which other courses ever counted as this one. */
  List<Equivalency> countingAs(CourseId id) {
    return equivalencies.computeIfAbsent(id, of -> Recognitions.countingAs(reader, of));
  }

  Optional<LearningPath> path(PathId id) {
    return paths.computeIfAbsent(id, path -> Paths.current(reader, path).map(PathVersion::path));
  }

  Optional<LearningPath> path(PathId id, int version) {
    return pathVersions.computeIfAbsent(
        version + " " + id, key -> Paths.version(reader, id, version).map(PathVersion::path));
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
