package org.lmskit.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.certification.PolicyVersion;
import org.lmskit.model.CourseId;
import org.lmskit.path.PathId;
import org.lmskit.path.Paths;
import org.lmskit.store.Reader;

/** How subjects are called now, each found once. */
final class Titles {
  private final Reader reader;
  private final LocalDate today;
  private final Map<Subject, Text> known = new HashMap<>();

  Titles(Source of) {
    this.reader = of.reader();
    this.today = of.today();
  }

  /** The title; the id where there is none. */
  Text of(Subject subject) {
    return known.computeIfAbsent(subject, this::find);
  }

  private Text find(Subject subject) {
    String id = subject.id();
    return switch (subject.kind()) {
      case COURSE ->
        Catalog.current(reader, new CourseId(id), today)
            .map(version -> version.course().title())
            .orElseGet(() -> Text.of(id));
      case PATH ->
        Paths.current(reader, new PathId(id), today)
            .map(version -> version.path().title())
            .orElseGet(() -> Text.of(id));
      case CERTIFICATION -> certification(new CertificationId(id));
      default -> Text.of(id);
    };
  }

  private Text certification(CertificationId id) {
    List<PolicyVersion> versions = Certifications.versions(reader, id);
    return versions.isEmpty()
        ? Text.of(id.value())
        : Text.of(versions.get(versions.size() - 1).policy().title());
  }
}
