package org.lmskit.scorm.manifest;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/**
 * An item of an organization.
 *
 * @param identifier unique in the manifest
 * @param title never empty: the identifier stands in for a missing one
 * @param visible whether the table of contents shows it
 * @param resource the identifier of its resource; null if it has none or the reference is dangling
 * @param parameters as the manifest has them, empty without
 * @param launch what the browser requests, parameters included; null if it cannot be launched
 * @param sequencing how it is sequenced; the standard's defaults where the manifest is silent and in
 *     SCORM 1.2
 * @param completion how progress decides its completion
 * @param settings what else SCORM adds
 * @param metadata its metadata
 * @param items the items in it
 */
public record Item(
    String identifier,
    String title,
    boolean visible,
    @Nullable String resource,
    String parameters,
    @Nullable Href launch,
    Sequencing sequencing,
    CompletionThreshold completion,
    ItemSettings settings,
    Metadata metadata,
    List<Item> items) {
  /** Copies the items. */
  public Item {
    items = List.copyOf(items);
  }

  /** This item and all below it, in document order. */
  public Stream<Item> all() {
    return Stream.concat(Stream.of(this), items.stream().flatMap(Item::all));
  }

  /** Whether it has no items in it. */
  public boolean isLeaf() {
    return items.isEmpty();
  }
}
