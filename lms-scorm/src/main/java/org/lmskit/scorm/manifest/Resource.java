package org.lmskit.scorm.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource: what an item launches, or what another resource needs.
 *
 * @param identifier unique in the manifest
 * @param type such as {@code webcontent}
 * @param scormType whether it talks to the LMS
 * @param href what is launched, every xml:base applied; null if it cannot be launched
 * @param persistState the {@code adlcp:persistState} of the 2nd Edition
 * @param files the files that it lists, those of its dependencies not included
 * @param dependencies identifiers of resources whose files it needs too
 * @param metadata its metadata
 */
public record Resource(
    String identifier,
    String type,
    ScormType scormType,
    @Nullable Href href,
    boolean persistState,
    List<FileRef> files,
    List<String> dependencies,
    Metadata metadata) {
  /** Copies the lists. */
  public Resource {
    files = List.copyOf(files);
    dependencies = List.copyOf(dependencies);
  }
}
