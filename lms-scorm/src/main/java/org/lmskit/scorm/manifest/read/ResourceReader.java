package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.DEPENDENCY_DANGLING;
import static org.lmskit.scorm.finding.ScormFinding.FILE_MISSING;
import static org.lmskit.scorm.finding.ScormFinding.LAUNCH_FILE_MISSING;
import static org.lmskit.scorm.finding.ScormFinding.SCORM_TYPE_MISSING;
import static org.lmskit.scorm.finding.ScormFinding.SCORM_TYPE_ODD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.FileRef;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.manifest.ScormType;
import org.lmskit.scorm.manifest.bind.BoundManifest;

/** Reads the resources of one manifest, with their files and dependencies. */
final class ResourceReader {
  private final HrefReader hrefs;
  private final MetadataReader metadata;
  private final Values values;
  private final Report report;
  private final Set<String> launched;
  private final boolean anyTyped;
  private final Set<String> refused;

  /**
   * @param launched identifiers that items refer to, for whom a missing file is fatal
   * @param anyTyped whether any resource of the package says its SCORM type
   * @param refused gets the resources whose href must not be followed
   */
  ResourceReader(
      HrefReader hrefs,
      MetadataReader metadata,
      Report report,
      Set<String> launched,
      boolean anyTyped,
      Set<String> refused) {
    this.hrefs = hrefs;
    this.metadata = metadata;
    this.values = new Values(report);
    this.report = report;
    this.launched = launched;
    this.anyTyped = anyTyped;
    this.refused = refused;
  }

  Resource read(Scope scope, BoundManifest.Resource bound, String identifier) {
    Base base = scope.base().with(bound.base);
    boolean needed = launched.contains(Identifiers.normalize(bound.identifier));
    return new Resource(
        identifier,
        Values.text(bound.type),
        type(bound, identifier, needed),
        launch(bound, base, identifier, needed),
        values.flag(bound.persistState, false, "persistState", bound),
        files(bound, base),
        dependencies(scope, bound, identifier),
        metadata.read(bound.metadata, base));
  }

  private ScormType type(BoundManifest.Resource bound, String identifier, boolean needed) {
    String written = Values.text(bound.scormType);
    if (written.equals("sco") || written.equals("asset")) {
      return written.equals("sco") ? ScormType.SCO : ScormType.ASSET;
    }
    if (written.isEmpty()) {
      // A package that types nothing lost its namespace: its launched content talks to the LMS.
      ScormType type = needed && !anyTyped ? ScormType.SCO : ScormType.ASSET;
      if (needed) {
        report.add(SCORM_TYPE_MISSING, bound, identifier, type.token());
      }
      return type;
    }
    boolean sco = written.toLowerCase(Locale.ROOT).startsWith("sco");
    report.add(SCORM_TYPE_ODD, bound, written, sco ? "sco" : "asset");
    return sco ? ScormType.SCO : ScormType.ASSET;
  }

  private @Nullable Href launch(
      BoundManifest.Resource bound, Base base, String identifier, boolean needed) {
    if (Values.text(bound.href).isEmpty()) {
      return null;
    }
    Optional<HrefReader.Found> found = hrefs.read(base, Values.text(bound.href), bound);
    if (found.isEmpty()) {
      refused.add(identifier);
      return null;
    }
    Href href = found.get().href();
    if (found.get().missing() && needed) {
      report.add(LAUNCH_FILE_MISSING, bound, identifier, href.path());
    } else if (found.get().missing()) {
      report.add(FILE_MISSING, bound, href.path());
    }
    return href;
  }

  private List<FileRef> files(BoundManifest.Resource bound, Base base) {
    List<FileRef> files = new ArrayList<>(bound.files.size());
    for (BoundManifest.FileElement file : bound.files) {
      String written = Values.text(file.href);
      boolean isLaunch = written.equals(Values.text(bound.href));
      Report quiet = isLaunch ? report.silent() : report;
      Optional<HrefReader.Found> found =
          written.isEmpty() ? Optional.empty() : hrefs.reportingTo(quiet).read(base, written, file);
      if (found.isPresent() && found.get().missing()) {
        quiet.add(FILE_MISSING, file, found.get().href().path());
      }
      found.ifPresent(f -> files.add(new FileRef(f.href(), metadata.read(file.metadata, base))));
    }
    return files;
  }

  private List<String> dependencies(Scope scope, BoundManifest.Resource bound, String identifier) {
    List<String> dependencies = new ArrayList<>(bound.dependencies.size());
    for (BoundManifest.Dependency dependency : bound.dependencies) {
      String target = Identifiers.normalize(dependency.identifierref);
      Optional<String> resource = scope.findResource(target);
      if (resource.isEmpty()) {
        report.add(DEPENDENCY_DANGLING, dependency, identifier, target);
      }
      resource.ifPresent(dependencies::add);
    }
    return dependencies;
  }
}
