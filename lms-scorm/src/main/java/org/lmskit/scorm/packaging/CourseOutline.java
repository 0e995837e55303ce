package org.lmskit.scorm.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lmskit.scorm.manifest.FileRef;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.ItemSettings;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.Metadata;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.manifest.ScormType;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** Makes the manifest of a course that is a list of pages, each a SCO, walked freely. */
final class CourseOutline {
  private static final Sequencing FREE =
      Sequencing.builder().controlMode(ControlMode.FREE).build();

  private CourseOutline() {}

  /** @param files all files of the package; those that are no page belong to the first */
  static Manifest of(
      ScormEdition edition,
      String identifier,
      String title,
      List<CoursePage> pages,
      Set<String> files) {
    List<Item> items = new ArrayList<>();
    List<Resource> resources = new ArrayList<>();
    for (CoursePage page : pages) {
      String number = "page-" + (items.size() + 1);
      List<FileRef> shared = items.isEmpty() ? shared(files, pages) : List.of();
      items.add(item(edition, number, page));
      resources.add(resource(number, Href.file(page.path()), shared));
    }
    Organization course = new Organization(
        "course",
        title,
        "hierarchical",
        true,
        true,
        FREE,
        CompletionThreshold.DEFAULT,
        Metadata.NONE,
        items);
    return new Manifest(
        identifier, "1.0", edition, Metadata.NONE, "course", List.of(course), resources);
  }

  private static Item item(ScormEdition edition, String resource, CoursePage page) {
    return new Item(
        "item-" + resource,
        page.title(),
        true,
        resource,
        "",
        Href.file(page.path()),
        edition.is2004() ? Sequencing.DEFAULT : FREE,
        CompletionThreshold.DEFAULT,
        ItemSettings.NONE,
        Metadata.NONE,
        List.of());
  }

  private static List<FileRef> shared(Set<String> files, List<CoursePage> pages) {
    return files.stream()
        .filter(path -> pages.stream().noneMatch(p -> p.path().equals(path)))
        .map(path -> new FileRef(Href.file(path), Metadata.NONE))
        .toList();
  }

  private static Resource resource(String identifier, Href href, List<FileRef> shared) {
    List<FileRef> files = new ArrayList<>(List.of(new FileRef(href, Metadata.NONE)));
    files.addAll(shared);
    return new Resource(
        identifier, "webcontent", ScormType.SCO, href, false, files, List.of(), Metadata.NONE);
  }
}
