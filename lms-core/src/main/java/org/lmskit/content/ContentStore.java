package org.lmskit.content;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;

/**
 * Where files live. Content-addressed by SHA-256: the same bytes are stored once a tenant, and a
 * name never changes its meaning. Implementations are thread-safe.
 *
 * <p>A blob is put before the transaction that claims it; {@code Lms.collectGarbage} releases what
 * nobody claims.
 */
public interface ContentStore {
  /**
   * Stores bytes; all or nothing.
   *
   * @param bytes read to its end, not closed
   * @param limit the most bytes to accept
   * @throws org.lmskit.model.StoreFailureException if there are more bytes than the limit, or they
   *     cannot be read or stored; nothing is kept
   */
  Blob put(TenantId tenant, InputStream bytes, long limit);

  /**
   * Puts several files for the price of fewer disk forces: each may be lost in a crash until the
   * batch is finished, so that none is claimed before. Here every file is put at once; a store that
   * can wait overrides this.
   */
  default ContentBatch batch(TenantId tenant) {
    return new ContentBatch() {
      @Override
      public Blob put(InputStream bytes, long limit) {
        return ContentStore.this.put(tenant, bytes, limit);
      }

      @Override
      public void finish() {
        // nothing was left to be done
      }

      @Override
      public void close() {
        // what was put is a blob like others
      }
    };
  }

  /** The blob of this digest, if the tenant has it. */
  Optional<Blob> find(TenantId tenant, Sha256 hash);

  /**
   * Opens part of a blob; the caller closes it.
   *
   * @param from the first byte, 0 to the blob's size
   * @param length how many bytes; what lies beyond the end is left out
   * @throws org.lmskit.model.NotFoundException if the blob was released
   * @throws org.lmskit.model.StoreFailureException if it cannot be read
   */
  InputStream open(Blob blob, long from, long length);

  /**
   * Visits the blobs that were last put before this time, in no order: the candidates of garbage
   * collection, those included that a crash left without a claim.
   */
  void each(TenantId tenant, Instant putBefore, Consumer<Blob> visitor);

  /**
   * The tenants that have blobs, perhaps with others that had some: a tenant may put blobs and never
   * write to the engine's store, and garbage collection finds him here.
   */
  Set<TenantId> tenants();

  /** Removes a blob; harmless if there is none. */
  void release(TenantId tenant, Sha256 hash);

  /** Removes all blobs of a tenant, and whatever else is his. Nobody puts any meanwhile. */
  default void delete(TenantId tenant) {
    each(tenant, Instant.MAX, blob -> release(tenant, blob.hash()));
  }
}
