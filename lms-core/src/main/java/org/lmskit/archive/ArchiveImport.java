package org.lmskit.archive;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lmskit.content.Blob;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Scope;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** Puts an archive into an empty tenant, some records a transaction; done anew, it goes on. */
final class ArchiveImport {
  static final String ACTION = "archive.import";
  private static final int BATCH = 500;
  private static final int BATCH_CHARACTERS = 4_000_000;

  private final Scope scope;
  private final Map<String, Kind<?>> kinds;
  private final ArchiveReader lines;
  private final List<Stored<?>> batch = new ArrayList<>();
  private int characters;
  private long seen;
  private long done;
  private long files;

  ArchiveImport(Scope scope, List<Kind<?>> kinds, InputStream in) {
    this.scope = scope;
    this.kinds = kinds.stream().collect(Collectors.toMap(Kind::name, Function.identity()));
    this.lines = new ArchiveReader(in);
  }

  ArchiveReport run() {
    begin();
    ArchiveLine line = lines.next();
    while (!(line instanceof ArchiveLine.End)) {
      take(line);
      line = lines.next();
    }
    flush();
    ArchiveLine.End end = (ArchiveLine.End) line;
    if (end.records() != seen || end.files() != files || !end.digest().equals(lines.digest())) {
      throw lines.damaged("the archive is not what was exported");
    }
    scope.write(ACTION, "", op -> {
      if (!scope.isDryRun()) {
        new ClaimedFiles(scope).requireAll(op.tx());
      }
      op.tx().delete(progress(op.tx()).orElseThrow());
      return seen;
    });
    return new ArchiveReport(seen, files, end.digest());
  }

  private void begin() {
    scope.require(ACTION, "");
    if (!(lines.next() instanceof ArchiveLine.Head head) || head.format() != ArchiveLine.FORMAT) {
      throw lines.damaged("not the beginning of an archive of format " + ArchiveLine.FORMAT);
    }
    if (!head.tenant().equals(scope.tenant())) {
      throw new RejectedException(
          ArchiveReason.OTHER_TENANT,
          "an archive of tenant " + head.tenant() + " cannot become " + scope.tenant());
    }
    done = scope.write(ACTION, "", op -> begin(op, head.archive())).records();
  }

  private ArchiveProgress begin(Operation op, String archive) {
    Optional<Stored<ArchiveProgress>> begun = progress(op.tx());
    if (begun.isEmpty()) {
      kinds.values().forEach(kind -> requireEmpty(op.tx(), kind));
      ArchiveProgress fresh = new ArchiveProgress(archive, 0);
      op.tx().insert(ArchiveProgress.KIND, fresh);
      return fresh;
    }
    if (!begun.get().value().archive().equals(archive)) {
      throw new RejectedException(
          ArchiveReason.OTHER_ARCHIVE,
          "tenant " + scope.tenant() + " holds a part of archive "
              + begun.get().value().archive());
    }
    return begun.get().value();
  }

  private void requireEmpty(Transaction tx, Kind<?> kind) {
    if (!tx.list(Query.of(kind).limit(1)).isEmpty()) {
      throw new RejectedException(
          ArchiveReason.TENANT_NOT_EMPTY,
          "tenant " + scope.tenant() + " already holds records of kind " + kind);
    }
  }

  private void take(ArchiveLine line) {
    if (line instanceof ArchiveLine.File file) {
      files++;
      put(file);
    } else if (line instanceof ArchiveLine.Item item) {
      seen++;
      if (seen > done) {
        batch.add(stored(kind(item), item));
        characters += item.body().length();
      }
      if (batch.size() == BATCH || characters > BATCH_CHARACTERS) {
        flush();
      }
    } else {
      throw lines.damaged("a chunk without its file, or a second head");
    }
  }

  /** What is there already is put again: that costs little, and keeps it from being collected. */
  private void put(ArchiveLine.File file) {
    FileChunks bytes = new FileChunks(lines, file.size());
    if (scope.isDryRun()) {
      while (bytes.read() >= 0) {
        continue;
      }
      return;
    }
    Blob blob = scope.content().put(scope.tenant(), bytes, file.size());
    if (!blob.hash().equals(file.hash())) {
      throw lines.damaged("a file has hash " + blob.hash() + ", not " + file.hash());
    }
  }

  private Kind<?> kind(ArchiveLine.Item item) {
    Kind<?> kind = kinds.get(item.kind());
    if (kind == null) {
      throw new RejectedException(
          ArchiveReason.KIND_UNKNOWN, "the archive holds records of kind " + item.kind());
    }
    return kind;
  }

  private static <T> Stored<T> stored(Kind<T> kind, ArchiveLine.Item item) {
    return new Stored<>(
        kind, item.id(), kind.read(item.body()), item.body(), item.version(), item.position());
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    done += batch.size();
    scope.write(ACTION, "", op -> {
      batch.forEach(stored -> op.tx().restore(List.of(stored)));
      Stored<ArchiveProgress> old = progress(op.tx()).orElseThrow();
      op.tx().update(old, new ArchiveProgress(old.value().archive(), done));
      return done;
    });
    batch.clear();
    characters = 0;
  }

  private static Optional<Stored<ArchiveProgress>> progress(Transaction tx) {
    return tx.find(ArchiveProgress.KIND, ArchiveProgress.ID);
  }
}
