package org.lmskit.archive;

import java.util.function.BiConsumer;
import org.lmskit.content.Blob;
import org.lmskit.internal.BlobUse;
import org.lmskit.internal.Scope;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** The files that records of a tenant need. */
final class ClaimedFiles {
  private final Scope scope;

  ClaimedFiles(Scope scope) {
    this.scope = scope;
  }

  /**
   * Visits every claim on every file.
   *
   * @throws RejectedException CONTENT_MISSING at the first that is gone
   */
  void each(Reader reader, BiConsumer<Stored<BlobUse>, Blob> visitor) {
    reader.each(Query.of(BlobUse.KIND), use -> {
      for (Sha256 hash : use.value().blobs()) {
        visitor.accept(use, required(use.value(), hash));
      }
    });
  }

  /** @throws RejectedException CONTENT_MISSING if one is gone */
  void requireAll(Reader reader) {
    each(reader, (use, blob) -> {});
  }

  private Blob required(BlobUse use, Sha256 hash) {
    return scope
        .content()
        .find(scope.tenant(), hash)
        .orElseThrow(() -> new RejectedException(
            ArchiveReason.CONTENT_MISSING, "file " + hash + " of " + use.owner() + " is gone"));
  }
}
