package org.lmskit.path;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.VersionDay;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;
import org.lmskit.version.Version;
import org.lmskit.version.Versions;

/**
 * A learning path in the list of paths.
 *
 * @param id which
 * @param versions all that were published and from when on each is current, the oldest first
 * @param firstPublishedAt when its first version was published
 * @param publishedAt when its newest version was published
 */
public record PathEntry(
    PathId id, List<VersionDay> versions, Instant firstPublishedAt, Instant publishedAt)
    implements Versions.Entry {
  /** Entries by path, in the order of their first publication. */
  public static final Kind<PathEntry> KIND = Kind.<PathEntry>mutable(
          "path", entry -> entry.id().value())
      .time(PathEntry::firstPublishedAt)
      .body(JsonBody.of(PathEntry.class));

  /** Copies the versions. */
  public PathEntry {
    versions = List.copyOf(versions);
  }

  /** With one more version. */
  static PathEntry with(@Nullable PathEntry before, PathVersion version) {
    return before == null
        ? new PathEntry(
            version.id(), List.of(version.day()), version.publishedAt(), version.publishedAt())
        : new PathEntry(
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
