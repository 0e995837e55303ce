package org.lmskit.bench;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.lmskit.contract.Stores;
import org.lmskit.model.TenantId;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.store.jdbc.JdbcStore;

/**
 * Inserts ordered records in batches, in turn with a bare JDBC batch insert of the same records into
 * the same database, then asks filters. Arguments: {@code sqlite|postgres}, records, batch size, and
 * {@code insert} to only insert.
 */
public final class StorageBench {
  private static final int ROUND = 10_000;
  private static final int SAMPLES = 200;
  private static final TenantId TENANT = TenantId.DEFAULT;

  private final Random random = new Random(42);
  private final Store store;
  private final Bare bare;
  private final int batch;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private StorageBench(Store store, Bare bare, int batch) {
    this.store = store;
    this.bare = bare;
    this.batch = batch;
  }

  public static void main(String[] args) throws Exception {
    String database = args[0];
    int count = Integer.parseInt(args[1]);
    int batch = Integer.parseInt(args[2]);
    String url = database.equals("sqlite")
        ? "jdbc:sqlite:" + Files.createTempDirectory("lmskit-bench").resolve("bench.db")
        : Stores.postgresUrl();
    try (Store store = JdbcStore.at(url, Line.KINDS);
        Bare bare = new Bare(url)) {
      StorageBench bench = new StorageBench(store, bare, batch);
      System.out.printf("%s, %,d records, batches of %d%n", database, count, batch);
      bench.insert(count);
      if (args.length < 4) {
        bench.filters("as inserted");
        bench.maintain();
        bench.filters("after maintain");
      }
    }
    System.exit(0);
  }

  private void insert(int count) throws SQLException {
    List<Double> ratios = new ArrayList<>();
    long ours = 0;
    long floor = 0;
    for (int done = 0; done < count; done += ROUND) {
      List<Line> lines = Stream.generate(() -> Line.random(random)).limit(ROUND).toList();
      boolean oursFirst = done / ROUND % 2 == 0;
      long first = System.nanoTime();
      insertRound(lines, oursFirst);
      long middle = System.nanoTime();
      insertRound(lines, !oursFirst);
      long end = System.nanoTime();
      long own = oursFirst ? middle - first : end - middle;
      long base = oursFirst ? end - middle : middle - first;
      ours += own;
      floor += base;
      ratios.add((double) base / own);
    }
    ratios.sort(null);
    System.out.printf(
        "insert: %,.0f/s, bare %,.0f/s, ratio %.2f (median of rounds %.2f)%n",
        count * 1e9 / ours,
        count * 1e9 / floor,
        (double) floor / ours,
        ratios.get(ratios.size() / 2));
  }

  private void insertRound(List<Line> lines, boolean ours) throws SQLException {
    for (int from = 0; from < lines.size(); from += batch) {
      List<Line> part = lines.subList(from, Math.min(from + batch, lines.size()));
      now = now.plusMillis(20);
      if (ours) {
        store.write(TENANT, now, tx -> {
          tx.insert(Line.KIND, part);
          return true;
        });
      } else {
        bare.insert(part, now.toEpochMilli());
      }
    }
  }

  private void maintain() {
    long begin = System.nanoTime();
    store.maintain(Duration.ofMinutes(10));
    System.out.printf("maintain: %,d ms%n", (System.nanoTime() - begin) / 1_000_000);
  }

  private void filters(String when) {
    System.out.println("filters, first page and a later page of 100, " + when + ":");
    Query<Line> all = Query.of(Line.KIND).descending().limit(100);
    measure("verb, popular", all.where("key", "verb0"));
    measure("verb, rare", all.where("key", "verb" + (Line.VERBS - 1)));
    measure("agent, popular", all.where("key", "agent0"));
    measure("agent, rare", all.where("key", "agent" + (Line.AGENTS * 3 / 4)));
    measure("activity", all.where("key", "activity17"));
    measure("registration", all.where("key", "registration99"));
    measure("verb and agent", all.where("key", "verb0").where("key", "agent0"));
    measure("verb and parity", all.where("key", "verb0").where("key", "parity1"));
    measure("two popular verbs that never meet", all.where("key", "verb0").where("key", "verb1"));
    measure("two halves that never meet", all.where("key", "parity0").where("key", "parity1"));
    measure("no filter", all);
  }

  private void measure(String name, Query<Line> query) {
    long[] micros = new long[SAMPLES];
    long[] later = new long[SAMPLES];
    int found = 0;
    for (int i = -SAMPLES / 4; i < SAMPLES; i++) {
      long upTo = (now.toEpochMilli() - random.nextInt(1_000)) << 20;
      long begin = System.nanoTime();
      List<Stored<Line>> page = store.read(TENANT, reader -> reader.list(query.upTo(upTo)));
      long middle = System.nanoTime();
      found = page.size();
      Query<Line> next = found == 0 ? query.upTo(upTo / 2) : query.after(page.get(found - 1));
      Query<Line> far = found < 100
          ? next
          : query.afterPosition(page.get(0).position() - ((long) random.nextInt(100_000) << 20));
      store.read(TENANT, reader -> reader.list(far));
      if (i >= 0) {
        micros[i] = (middle - begin) / 1_000;
        later[i] = (System.nanoTime() - middle) / 1_000;
      }
    }
    System.out.printf(
        "  %-36s %3d found, p50 %.1f ms, p95 %.1f ms; later page p95 %.1f ms%n",
        name, found, at(micros, 50) / 1e3, at(micros, 95) / 1e3, at(later, 95) / 1e3);
  }

  private static long at(long[] micros, int percent) {
    long[] sorted = micros.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * percent / 100];
  }
}
