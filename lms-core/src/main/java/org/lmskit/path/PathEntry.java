package org.lmskit.path;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lmskit.catalog.VersionDay;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * A learning path in the list of paths.
 *
 * @param id which
 * @param versions all that were published and from when on each is current, the oldest first
 * @param firstPublishedAt when its first version was published
 * @param publishedAt when its newest version was published
 */
public record PathEntry(
    PathId id, List<VersionDay> versions, Instant firstPublishedAt, Instant publishedAt) {
  /** Entries by path, in the order of their first publication. */
  public static final Kind<PathEntry> KIND = Kind.<PathEntry>mutable(
          "path", entry -> entry.id().value())
      .time(PathEntry::firstPublishedAt)
      .body(JsonBody.of(PathEntry.class));

  /** Copies the versions. */
  public PathEntry {
    versions = List.copyOf(versions);
  }

  static PathEntry first(PathVersion version) {
    return new PathEntry(
        version.id(), List.of(version.day()), version.publishedAt(), version.publishedAt());
  }

  PathEntry next(PathVersion version) {
    return new PathEntry(
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
