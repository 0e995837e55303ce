package org.lmskit.xapi.lrs;

import org.lmskit.content.Blob;
import org.lmskit.internal.BlobUse;
import org.lmskit.model.ConflictException;
import org.lmskit.store.Transaction;

/** Claims that keep blobs from the garbage collection. */
final class Claims {
  private Claims() {}

  /**
   * Claims a blob that was put before this transaction.
   *
   * @throws ConflictException if it was collected since; the caller puts it again
   */
  static void add(Realm realm, Transaction tx, Blob blob, String owner) {
    tx.lock(); // the collector holds it too: it never removes what is being claimed
    if (realm.content().find(realm.tenant(), blob.hash()).isEmpty()) {
      throw new ConflictException("blob " + blob.hash() + " was collected before it was claimed");
    }
    tx.insert(BlobUse.KIND, BlobUse.of(blob.hash(), owner));
  }
}
