package org.lmskit.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import org.lmskit.internal.Scope;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;
import org.lmskit.store.Query;
import org.lmskit.store.Transaction;

/**
 * A tenant as a whole. Obtained from {@code lms.archive()}; thread-safe.
 *
 * <p>An archive is NDJSON, one JSON object a line: a head, the tenant's files in base64, his records
 * with their versions, the events and other ordered records with their positions, and the digest of
 * all lines. It holds everything, the key of the ledger included if no host's signer has it: keep it
 * as safe as the database.
 */
public final class Archive {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(ArchiveProgress.KIND);

  private final Scope scope;
  private final List<Kind<?>> kinds;

  /**
   * For {@code Lms}.
   *
   * @param modules everything that the store was opened with
   */
  public Archive(Scope scope, List<Kinds> modules) {
    this.scope = scope;
    this.kinds = modules.stream()
        .flatMap(module -> module.kinds().stream())
        .filter(kind -> !KINDS.contains(kind))
        .sorted(Comparator.comparing(Kind::name))
        .toList();
  }

  /**
   * Writes all of the tenant, as one snapshot shows him, in bounded memory. The snapshot is held until
   * the end, so write to a file rather than to a slow network.
   *
   * @param out flushed, not closed
   * @throws org.lmskit.model.RejectedException CONTENT_MISSING if a file that is claimed is gone
   * @throws org.lmskit.model.StoreFailureException if it cannot be written
   */
  public ArchiveReport exportTo(OutputStream out) {
    return scope.read(
        "archive.export",
        "",
        reader -> new ArchiveExport(scope, kinds, new BufferedOutputStream(out)).run(reader));
  }

  /**
   * Puts an archive of this tenant into an empty one, of whatever store: afterwards records, versions,
   * positions, files and the ledger are equal, every proof still verifies, and listeners go on where
   * they were. After a failure the same call with the same archive goes on. Until it is done, nobody
   * works on the tenant.
   *
   * @param in read to the archive's end, not closed
   * @throws org.lmskit.model.RejectedException for an {@link ArchiveReason}
   */
  public ArchiveReport importFrom(InputStream in) {
    return new ArchiveImport(scope, kinds, new BufferedInputStream(in)).run();
  }

  /**
   * Deletes the tenant: every record of every kind, every file, and the name. Nothing of others is
   * touched. Whoever works on him, in any JVM, stops first. After a failure, call it again.
   *
   * @throws org.lmskit.model.RejectedException HOST_TRANSACTION on a store that joins the host's
   *     transactions: files could not be brought back
   */
  public void delete() {
    if (scope.isDryRun()) {
      scope.write("archive.delete", "", op -> {
        kinds.forEach(kind -> deleteAll(op.tx(), kind));
        return true;
      });
      return;
    }
    scope.require("archive.delete", "");
    scope.requireOwnTransaction("archive.delete");
    scope.content().delete(scope.tenant());
    scope.engine().store().delete(scope.tenant());
  }

  private static <T> void deleteAll(Transaction tx, Kind<T> kind) {
    tx.delete(tx.list(Query.of(kind)));
  }
}
