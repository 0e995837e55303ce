package org.lmskit.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.CourseId;
import org.lmskit.store.Kind;
import org.lmskit.version.Version;
import org.lmskit.version.Versions;

/**
 * A course in the list of courses.
 *
 * @param id which
 * @param versions all that were published and from when on each is current, the oldest first
 * @param firstPublishedAt when its first version was published
 * @param publishedAt when its newest version was published
 */
public record CatalogEntry(
    CourseId id, List<VersionDay> versions, Instant firstPublishedAt, Instant publishedAt)
    implements Versions.Entry {
  /** Entries by course, in the order of their first publication. */
  public static final Kind<CatalogEntry> KIND = Kind.<CatalogEntry>mutable(
          "course", entry -> entry.id().value())
      .time(CatalogEntry::firstPublishedAt)
      .body(JsonBody.of(CatalogEntry.class));

  /** Copies the versions. */
  public CatalogEntry {
    versions = List.copyOf(versions);
  }

  /** With one more version. */
  static CatalogEntry with(@Nullable CatalogEntry before, CourseVersion version) {
    return before == null
        ? new CatalogEntry(
            version.id(), List.of(version.day()), version.publishedAt(), version.publishedAt())
        : new CatalogEntry(
            before.id(),
            VersionDay.plus(before.versions(), version.day()),
            before.firstPublishedAt(),
            version.publishedAt());
  }

  /** The version that new enrollments get on a day. */
  public VersionDay current(LocalDate day) {
    return Version.on(versions, day);
  }

  /** The version that was published last; it may take effect later. */
  public VersionDay newest() {
    return versions.get(versions.size() - 1);
  }
}
