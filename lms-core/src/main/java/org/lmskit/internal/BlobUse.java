package org.lmskit.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lmskit.content.Blob;
import org.lmskit.content.ContentStore;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/**
 * A claim on blobs: as long as there is one, each of them is kept.
 *
 * @param blobs which blobs, without repetition
 * @param owner who needs them
 */
public record BlobUse(List<Sha256> blobs, String owner) {
  /** Claims, found by blob and by owner. */
  public static final Kind<BlobUse> KIND = Kind.mutable("blob_use", BlobUse::id)
      .many("hash", use -> use.blobs().stream().map(Sha256::hex).toList())
      .index("owner", BlobUse::owner)
      .body(JsonBody.of(BlobUse.class));

  private static final int MOST_TOGETHER = 1_000;

  /** Copies the blobs. */
  public BlobUse {
    blobs = List.copyOf(blobs);
  }

  /** A claim on one blob. */
  public static BlobUse of(Sha256 blob, String owner) {
    return new BlobUse(List.of(blob), owner);
  }

  private String id() {
    MessageDigest digest = Sha256.newDigest();
    blobs.forEach(blob -> digest.update((blob.hex() + " ").getBytes(StandardCharsets.UTF_8)));
    digest.update(owner.getBytes(StandardCharsets.UTF_8));
    return Sha256.of(digest).hex();
  }

  static void claim(
      Operation operation, ContentStore content, Collection<Sha256> blobs, String owner) {
    Transaction tx = operation.tx();
    Map<String, BlobUse> missing = new LinkedHashMap<>();
    List<Sha256> distinct = blobs.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += MOST_TOGETHER) {
      int to = Math.min(distinct.size(), from + MOST_TOGETHER);
      BlobUse use = new BlobUse(distinct.subList(from, to), owner);
      missing.put(use.id(), use);
    }
    tx.findAll(KIND, missing.keySet()).forEach(known -> missing.remove(known.id()));
    if (missing.isEmpty()) {
      return;
    }
    tx.lock(); // the collector holds it too: it never removes what is being claimed
    missing.values().stream()
        .flatMap(use -> use.blobs().stream())
        .forEach(blob -> requireKept(operation, content, blob));
    tx.insert(KIND, missing.values());
  }

  private static void requireKept(Operation operation, ContentStore content, Sha256 hash) {
    if (content.find(operation.tenant(), hash).isEmpty()) {
      throw new RejectedException(
          EngineReason.CONTENT_MISSING, "blob " + hash + " is gone, put it again");
    }
  }

  static void drop(Transaction tx, String owner) {
    List<Stored<BlobUse>> uses = tx.list(Query.of(KIND).where("owner", owner));
    tx.delete(uses);
  }

  /**
   * Releases the blobs of a tenant that nobody claims.
   *
   * @param putBefore younger blobs stay: their claim may be on its way
   */
  public static void collect(Scope scope, Instant putBefore) {
    if (scope.isDryRun()) {
      return;
    }
    scope.content().each(scope.tenant(), putBefore, blob -> {
      if (isUnclaimed(scope, blob)) {
        scope.write("lms.collectGarbage", blob.hash().hex(), operation -> {
          operation.tx().lock();
          if (operation.tx().count(usesOf(blob)) == 0) {
            scope.content().release(scope.tenant(), blob.hash());
          }
          return blob;
        });
      }
    });
  }

  private static boolean isUnclaimed(Scope scope, Blob blob) {
    return scope.read(
        "lms.collectGarbage", blob.hash().hex(), reader -> reader.count(usesOf(blob)) == 0);
  }

  private static Query<BlobUse> usesOf(Blob blob) {
    return Query.of(KIND).where("hash", blob.hash().hex());
  }
}
