package org.lmskit.path;

import java.time.Instant;
import org.lmskit.catalog.Text;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * A learning path in the list of paths.
 *
 * @param id which
 * @param title of the current version
 * @param current the number of the newest version, which new enrollments get
 * @param firstPublishedAt when its first version was published
 * @param publishedAt when its current version was published
 */
public record PathEntry(
    PathId id, Text title, int current, Instant firstPublishedAt, Instant publishedAt) {
  /** Entries by path, in the order of their first publication. */
  public static final Kind<PathEntry> KIND = Kind.<PathEntry>mutable(
          "path", entry -> entry.id().value())
      .time(PathEntry::firstPublishedAt)
      .body(JsonBody.of(PathEntry.class));

  static PathEntry first(PathVersion version) {
    return new PathEntry(
        version.id(),
        version.path().title(),
        version.number(),
        version.publishedAt(),
        version.publishedAt());
  }

  PathEntry next(PathVersion version) {
    return new PathEntry(
        id, version.path().title(), version.number(), firstPublishedAt, version.publishedAt());
  }
}
