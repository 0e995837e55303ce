package org.lmskit.catalog;

import java.time.Instant;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.CourseId;
import org.lmskit.store.Kind;

/**
 * A course in the list of courses.
 *
 * @param id which
 * @param title of the current version
 * @param current the number of the newest version, which new enrollments get
 * @param firstPublishedAt when its first version was published
 * @param publishedAt when its current version was published
 */
public record CatalogEntry(
    CourseId id, Text title, int current, Instant firstPublishedAt, Instant publishedAt) {
  /** Entries by course, in the order of their first publication. */
  public static final Kind<CatalogEntry> KIND = Kind.<CatalogEntry>mutable(
          "course", entry -> entry.id().value())
      .time(CatalogEntry::firstPublishedAt)
      .body(JsonBody.of(CatalogEntry.class));

  static CatalogEntry first(CourseVersion version) {
    return new CatalogEntry(
        version.id(),
        version.course().title(),
        version.number(),
        version.publishedAt(),
        version.publishedAt());
  }

  CatalogEntry next(CourseVersion version) {
    return new CatalogEntry(
        id, version.course().title(), version.number(), firstPublishedAt, version.publishedAt());
  }
}
