package org.lmskit.archive;

import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * How far an import has come; gone when it is done.
 *
 * @param archive which archive
 * @param records so many of its records are in the store
 */
record ArchiveProgress(String archive, long records) {
  static final String ID = "import";
  static final Kind<ArchiveProgress> KIND = Kind.<ArchiveProgress>mutable(
          "archive_progress", progress -> ID)
      .body(JsonBody.of(ArchiveProgress.class));
}
