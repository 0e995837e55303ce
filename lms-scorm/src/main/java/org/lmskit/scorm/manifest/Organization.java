package org.lmskit.scorm.manifest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/**
 * An organization: the root of an activity tree.
 *
 * @param identifier unique in the manifest
 * @param title never empty
 * @param structure such as {@code hierarchical}
 * @param objectivesGlobalToSystem whether global objectives last beyond the course (SN 3.10)
 * @param sharedDataGlobalToSystem whether data stores last beyond the course (4th Edition)
 * @param sequencing how it is sequenced
 * @param completion how progress decides its completion
 * @param metadata its metadata
 * @param items its items
 */
public record Organization(
    String identifier,
    String title,
    String structure,
    boolean objectivesGlobalToSystem,
    boolean sharedDataGlobalToSystem,
    Sequencing sequencing,
    CompletionThreshold completion,
    Metadata metadata,
    List<Item> items) {
  /** Copies the items. */
  public Organization {
    items = List.copyOf(items);
  }

  /** All items at any depth, in document order. */
  public Stream<Item> all() {
    return items.stream().flatMap(Item::all);
  }

  /** The first item that can be launched, in document order. */
  public Optional<Item> findLaunchable() {
    return all().filter(item -> item.launch() != null).findFirst();
  }
}
