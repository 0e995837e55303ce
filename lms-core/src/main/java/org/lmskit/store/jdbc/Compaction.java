package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.TenantId;

/**
 * Merges what writes left, and joins the short rows of long lists, so that a query reads few of them.
 */
final class Compaction {
  /** How far a companion table has been gone through: the newest position then, and the next slice. */
  private record Progress(long position, int slice, long records) {}

  private record Place(TenantId tenant, String table) {}

  private record Row(long first, byte @Nullable [] block) {
    boolean isShort() {
      return block == null || block.length < SHORT;
    }
  }

  private static final int SHORT = Block.LONG / 2;
  private static final int MANY_ROWS = 64;
  private static final int PAGE = 2_000;
  private static final int SLICE_RECORDS = 50_000;
  private static final int MIN_NEW = 5_000;
  private static final int GROWTH = 16;

  private static final Progress NOTHING = new Progress(0, 0, 0);

  private final OwnDatabase database;
  private final Map<Place, Progress> done = new ConcurrentHashMap<>();

  Compaction(OwnDatabase database) {
    this.database = database;
  }

  /** Goes through a tenant's companion table, as long as there is time, if enough has come since. */
  void run(TenantId tenant, Table<?> table, BooleanSupplier isTimeLeft) {
    Place place = new Place(tenant, table.name());
    Progress progress = done.getOrDefault(place, NOTHING);
    if (progress.slice == 0) {
      progress = start(tenant, table, progress);
      if (progress.slice > 0) {
        merge(tenant, table, isTimeLeft);
      }
    }
    int slices = (int) (progress.records / SLICE_RECORDS) + 1;
    while (progress.slice > 0 && progress.slice <= slices && isTimeLeft.getAsBoolean()) {
      compact(tenant, table, progress.slice, slices, isTimeLeft);
      boolean last = progress.slice == slices;
      progress = new Progress(progress.position, last ? 0 : progress.slice + 1, progress.records);
    }
    done.put(place, progress);
  }

  private Progress start(TenantId tenant, Table<?> table, Progress before) {
    return database.read(tenant, (session, reader) -> {
      @Nullable
      Long fresh = session.number(
          "SELECT COUNT(*) FROM " + table.name() + " WHERE tenant = ? AND pos > ?",
          List.of(reader.tenant().number(), before.position));
      long count = fresh == null ? 0 : fresh;
      boolean enough = count >= Math.max(MIN_NEW, before.records / GROWTH);
      return enough ? new Progress(reader.position(), 1, before.records + count) : before;
    });
  }

  private void compact(
      TenantId tenant, Table<?> table, int slice, int slices, BooleanSupplier isTimeLeft) {
    for (long key : scattered(tenant, table, slice, slices)) {
      @Nullable Long next = Long.MIN_VALUE;
      while (next != null && isTimeLeft.getAsBoolean()) {
        long from = next;
        next = database.inTransaction(
            true, session -> compact(session, tenant, table.listName(), key, from));
      }
    }
  }

  /** The keys with many short rows in a part of the evenly spread keys. */
  private List<Long> scattered(TenantId tenant, Table<?> table, int slice, int slices) {
    long width = Long.divideUnsigned(-1L, slices);
    long from = Long.MIN_VALUE + width * (slice - 1);
    long to = slice == slices ? Long.MAX_VALUE : from + width - 1;
    String sql = "SELECT k FROM " + table.listName()
        + " WHERE tenant = ? AND k >= ? AND k <= ? GROUP BY k"
        + " HAVING SUM(CASE WHEN blk IS NULL OR LENGTH(blk) < " + SHORT + " THEN 1 ELSE 0 END) > "
        + MANY_ROWS;
    return database.read(
        tenant,
        (session, reader) ->
            session.query(sql, List.of(reader.tenant().number(), from, to), row -> row.getLong(1)));
  }

  /** Joins what is short on one page of a list; the head is held, so nobody else changes it. */
  private @Nullable Long compact(
      Session session, TenantId tenant, String table, long key, long from) {
    int number = database.number(session, tenant).number();
    new Head(session, number).lock();
    List<Row> page = new SqlText(
            session, "SELECT pos, blk FROM " + table + " WHERE tenant = ? AND k = ?", number, key)
        .add(" AND pos > ? ORDER BY pos LIMIT ?", from, PAGE)
        .query(row -> new Row(row.getLong(1), row.getBytes(2)));
    List<Row> run = new ArrayList<>();
    for (Row row : page) {
      if (row.isShort()) {
        run.add(row);
      } else {
        join(session, number, table, key, run);
        run.clear();
      }
    }
    join(session, number, table, key, run);
    return page.size() < PAGE ? null : page.get(PAGE - 1).first;
  }

  /** Brings what is unmerged into the lists, part by part. */
  private void merge(TenantId tenant, Table<?> table, BooleanSupplier isTimeLeft) {
    List<Integer> parts = underHead(tenant, table, merge -> {
      merge.spread();
      return merge.parts();
    });
    for (int part : parts) {
      if (isTimeLeft.getAsBoolean()) {
        underHead(tenant, table, merge -> {
          merge.merge(part);
          return true;
        });
      }
    }
  }

  private <R> R underHead(TenantId tenant, Table<?> table, Function<TailMerge, R> work) {
    return database.inTransaction(true, session -> {
      TenantNumber number = database.number(session, tenant);
      new Head(session, number.number()).lock();
      return work.apply(new TailMerge(session, table, number));
    });
  }

  private static void join(Session session, int tenant, String table, long key, List<Row> run) {
    if (run.size() < 2) {
      return;
    }
    long[] positions = run.stream()
        .flatMapToLong(row -> Arrays.stream(Block.decode(row.first, row.block)))
        .toArray();
    List<List<Object>> joined = Block.pieces(positions).stream()
        .map(piece -> ListEditor.row(tenant, key, piece))
        .toList();
    session.update(
        "DELETE FROM " + table + " WHERE tenant = ? AND k = ? AND pos >= ? AND pos <= ?",
        List.of(tenant, key, run.get(0).first, run.get(run.size() - 1).first));
    new Inserts(session)
        .send(
            "INSERT INTO " + table + " (tenant, k, pos, blk)",
            joined,
            UnaryOperator.identity(),
            null);
  }
}
