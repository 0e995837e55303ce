package org.lmskit.scorm.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a manifest, organization, item, resource or file.
 *
 * @param lom the metadata in line, else the one of the first location that can be read; null without
 * @param locations paths of metadata files in the package ({@code adlcp:location})
 */
public record Metadata(@Nullable Lom lom, List<String> locations) {
  /** No metadata. */
  public static final Metadata NONE = new Metadata(null, List.of());

  /** Copies the locations. */
  public Metadata {
    locations = List.copyOf(locations);
  }
}
