package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.METADATA_FILE_MISSING;
import static org.lmskit.scorm.finding.ScormFinding.METADATA_UNREADABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Lom;
import org.lmskit.scorm.manifest.LomElement;
import org.lmskit.scorm.manifest.Metadata;
import org.lmskit.scorm.manifest.bind.BoundDocument;
import org.lmskit.scorm.manifest.bind.BoundManifest;
import org.lmskit.scorm.manifest.bind.BoundText;
import org.lmskit.scorm.manifest.bind.MetadataNode;

/** Metadata in line and from files of the package. */
final class MetadataReader {
  private final FileNames files;
  private final Report report;

  MetadataReader(FileNames files, Report report) {
    this.files = files;
    this.report = report;
  }

  Metadata read(BoundManifest.@Nullable Metadata bound, Base base) {
    if (bound == null || (bound.lom == null && bound.locations.isEmpty())) {
      return Metadata.NONE;
    }
    List<String> locations = new ArrayList<>();
    for (BoundText written : bound.locations) {
      locate(Values.text(written), base, written).ifPresent(locations::add);
    }
    Lom lom = bound.lom == null ? fromFiles(locations, bound) : new Lom(element("lom", bound.lom));
    return new Metadata(lom, locations);
  }

  /** Relative to the xml:base as any href, else to the package's root, where many tools write it from. */
  private Optional<String> locate(String written, Base base, BoundText at) {
    String href = Href.decode(written.replace('\\', '/'));
    Optional<String> found = Base.resolve(Base.join(base.strict(), href))
        .flatMap(files::findSimilar)
        .or(() ->
            Base.resolve(Base.join(Href.decode(base.literal()), href)).flatMap(files::findSimilar))
        .or(() -> Base.resolve(href).flatMap(files::findSimilar));
    if (found.isEmpty()) {
      report.add(METADATA_FILE_MISSING, at, written);
    }
    return found;
  }

  private @Nullable Lom fromFiles(List<String> locations, BoundManifest.Metadata at) {
    for (String path : locations) {
      Optional<byte[]> bytes = files.read(path);
      Lom lom = bytes.isPresent() ? fromFile(path, bytes.get(), at) : null;
      if (lom != null) {
        return lom;
      }
    }
    return null;
  }

  private @Nullable Lom fromFile(String path, byte[] bytes, BoundManifest.Metadata at) {
    try {
      MetadataNode root = BoundDocument.metadata(bytes, path, new Findings()).root();
      return new Lom(element("lom", root));
    } catch (RejectedException e) {
      String why = e.details().getOrDefault("message", "");
      report.add(METADATA_UNREADABLE, at, path, why);
      return null;
    }
  }

  private static LomElement element(String name, MetadataNode node) {
    List<LomElement> children = node.children.stream()
        .map(child -> element(child.name == null ? "" : child.name, child))
        .toList();
    return new LomElement(name, Values.text(node.language), Values.text(node.text), children);
  }
}
