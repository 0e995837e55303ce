package org.lmskit.archive;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lmskit.content.ContentStore;
import org.lmskit.internal.BlobUse;
import org.lmskit.internal.Scope;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/**
 * Writes a tenant as one snapshot shows him: the files that records claim, then the records that can
 * change, then those with a position, of all kinds together in its order.
 */
final class ArchiveExport {
  private static final int PAGE = 500;

  private final Scope scope;
  private final List<Kind<?>> kinds;
  private final ArchiveWriter out;

  ArchiveExport(Scope scope, List<Kind<?>> kinds, OutputStream out) {
    this.scope = scope;
    this.kinds = kinds;
    this.out = new ArchiveWriter(out);
  }

  ArchiveReport run(Reader reader) {
    Instant now = scope.engine().now();
    String id = scope.engine().ids().get();
    out.head(new ArchiveLine.Head(ArchiveLine.FORMAT, id, scope.tenant(), now));
    files(reader);
    kinds.stream().filter(kind -> !kind.isOrdered()).forEach(kind -> changing(reader, kind));
    ordered(reader);
    return out.end();
  }

  private void files(Reader reader) {
    ContentStore content = scope.content();
    TenantId tenant = scope.tenant();
    reader.each(Query.of(BlobUse.KIND), use -> requireKept(use.value()));
    content.each(tenant, Instant.MAX, blob -> {
      if (reader.count(Query.of(BlobUse.KIND).where("hash", blob.hash().hex())) > 0) {
        out.file(content, blob);
      }
    });
  }

  private void requireKept(BlobUse use) {
    for (Sha256 blob : use.blobs()) {
      if (scope.content().find(scope.tenant(), blob).isEmpty()) {
        throw new RejectedException(
            ArchiveReason.CONTENT_MISSING, "file " + blob + " of " + use.owner() + " is gone");
      }
    }
  }

  private <T> void changing(Reader reader, Kind<T> kind) {
    reader.each(Query.of(kind), out::record);
  }

  private void ordered(Reader reader) {
    List<Pages<?>> all = new ArrayList<>();
    kinds.stream().filter(Kind::isOrdered).forEach(kind -> all.add(new Pages<>(reader, kind)));
    for (Optional<Pages<?>> next = first(all); next.isPresent(); next = first(all)) {
      out.record(next.get().take());
    }
  }

  private static Optional<Pages<?>> first(List<Pages<?>> all) {
    return all.stream().filter(Pages::hasNext).min(Comparator.comparing(Pages::position));
  }

  /** The records of one kind by their positions, some at a time. */
  private static final class Pages<T> {
    private final Reader reader;
    private final Kind<T> kind;
    private List<Stored<T>> page = List.of();
    private int next;

    Pages(Reader reader, Kind<T> kind) {
      this.reader = reader;
      this.kind = kind;
      turn(0);
    }

    boolean hasNext() {
      return next < page.size();
    }

    long position() {
      return page.get(next).position();
    }

    Stored<T> take() {
      Stored<T> taken = page.get(next);
      next++;
      if (next == page.size()) {
        turn(taken.position());
      }
      return taken;
    }

    private void turn(long after) {
      page = reader.list(Query.of(kind).afterPosition(after).limit(PAGE));
      next = 0;
    }
  }
}
