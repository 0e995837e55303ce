package org.lmskit.archive;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lmskit.internal.BlobUse;
import org.lmskit.internal.Scope;
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

  /** Every file once, with the first claim on it; a claim that the snapshot shows may be dropped meanwhile. */
  private void files(Reader reader) {
    ClaimedFiles claimed = new ClaimedFiles(scope);
    claimed.requireAll(reader);
    claimed.each(reader, (use, blob) -> {
      Query<BlobUse> claims = Query.of(BlobUse.KIND).where("hash", blob.hash().hex());
      if (reader.list(claims.limit(1)).get(0).id().equals(use.id())) {
        out.file(scope.content(), blob);
      }
    });
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
