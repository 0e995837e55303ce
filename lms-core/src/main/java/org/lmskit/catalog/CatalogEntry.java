package org.lmskit.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.CourseId;
import org.lmskit.store.Kind;

/**
 * A course in the list of courses.
 *
 * @param id which
 * @param versions all that were published and from when on each is current, the oldest first
 * @param firstPublishedAt when its first version was published
 * @param publishedAt when its newest version was published
 */
public record CatalogEntry(
    CourseId id, List<VersionDay> versions, Instant firstPublishedAt, Instant publishedAt) {
  /** Entries by course, in the order of their first publication. */
  public static final Kind<CatalogEntry> KIND = Kind.<CatalogEntry>mutable(
          "course", entry -> entry.id().value())
      .time(CatalogEntry::firstPublishedAt)
      .body(JsonBody.of(CatalogEntry.class));

  /** Copies the versions. */
  public CatalogEntry {
    versions = List.copyOf(versions);
  }

  static CatalogEntry first(CourseVersion version) {
    return new CatalogEntry(
        version.id(), List.of(version.day()), version.publishedAt(), version.publishedAt());
  }

  CatalogEntry next(CourseVersion version) {
    return new CatalogEntry(
        id, VersionDay.plus(versions, version.day()), firstPublishedAt, version.publishedAt());
  }

  /** The version that new enrollments get on a day. */
  public VersionDay current(LocalDate day) {
    return VersionDay.on(versions, day);
  }

  /** The version that was published last; it may take effect later. */
  public VersionDay newest() {
    return versions.get(versions.size() - 1);
  }
}
