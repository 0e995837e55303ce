package org.lmskit.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.store.Body;

/** One line of an archive, as canonical JSON. */
sealed interface ArchiveLine {
  Body<ArchiveLine> JSON = JsonBody.of(ArchiveLine.class);

  /** The only form that there is so far. */
  int FORMAT = 1;

  /** The first line. */
  record Head(int format, String archive, TenantId tenant, Instant exportedAt)
      implements ArchiveLine {}

  /** A file follows, in chunks. */
  record File(Sha256 hash, long size) implements ArchiveLine {}

  /** The next bytes of a file. */
  record Chunk(String base64) implements ArchiveLine {}

  /**
   * A record.
   *
   * @param positionOrNull as decimal text, since it is larger than what all readers of JSON can hold
   */
  record Item(String kind, String id, int version, @Nullable String positionOrNull, String body)
      implements ArchiveLine {
    long position() {
      return positionOrNull == null ? 0 : Long.parseLong(positionOrNull);
    }
  }

  /** The last line, with the digest of all before it. */
  record End(long records, long files, Sha256 digest) implements ArchiveLine {}
}
