package org.lmskit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples;
import org.lmskit.contract.Samples.Fact;
import org.lmskit.contract.Stores;
import org.lmskit.model.TenantId;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;

/** The lists of ordered kinds: their blocks, and what compaction does to them. */
class ListsTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final int WRITES = 620;

  @Property(tries = 300)
  void a_block_reads_back_as_it_was_written(
      @ForAll @NotEmpty Set<@LongRange(min = 0, max = Long.MAX_VALUE - 1) Long> some) {
    long[] positions = some.stream().mapToLong(Long::longValue).sorted().toArray();

    assertThat(Block.decode(positions[0], Block.encode(positions))).isEqualTo(positions);
  }

  @Property(tries = 300)
  void a_block_of_neighbours_reads_back_as_it_was_written(
      @ForAll @Size(min = 2, max = 400) List<@LongRange(min = 1, max = 20) Long> gaps,
      @ForAll @LongRange(min = 0, max = 1L << 61) long first,
      @ForAll @LongRange(min = 1, max = 1L << 40) long pause) {
    long[] positions = new long[2 * gaps.size()];
    positions[0] = first;
    for (int i = 1; i < positions.length; i++) {
      long gap = i == gaps.size() ? pause : gaps.get(i % gaps.size());
      positions[i] = positions[i - 1] + gap;
    }

    byte[] block = Block.encode(positions);

    assertThat(Block.decode(first, block)).isEqualTo(positions);
    assertThat(DenseBlock.decode(first, DenseBlock.encode(positions))).isEqualTo(positions);
    assertThat(block).hasSizeLessThanOrEqualTo(DenseBlock.encode(positions).length);
  }

  @Test
  void neighbours_take_a_bit_each_and_their_pieces_fill_a_row() {
    long[] positions = LongStream.range(0, 400)
        .flatMap(write -> LongStream.range(0, 250).map(i -> (write << 20) + 2 * i))
        .toArray();

    List<long[]> pieces = Block.pieces(positions);

    assertThat(pieces.stream().flatMapToLong(Arrays::stream).toArray()).isEqualTo(positions);
    assertThat(pieces).hasSizeBetween(400 * 500 / 8 / Block.LONG, 20);
    assertThat(pieces.subList(0, pieces.size() - 1))
        .allMatch(piece -> Block.encode(piece).length > Block.LONG - 80)
        .allMatch(piece -> Block.encode(piece).length <= Block.LONG);
  }

  @Property(tries = 300)
  void lists_are_merged_as_sets_are(
      @ForAll @Size(min = 1, max = 4)
          List<@Size(max = 12) Set<@LongRange(min = 0, max = 30) Long>> sets,
      @ForAll boolean descending) {
    List<Long> both = sets.get(0).stream()
        .filter(p -> sets.stream().allMatch(set -> set.contains(p)))
        .sorted()
        .toList();
    List<Long> any = sets.stream().flatMap(Set::stream).distinct().sorted().toList();

    assertThat(walk(Positions.allOf(of(sets, descending)), descending)).isEqualTo(both);
    assertThat(walk(Positions.anyOf(of(sets, descending), descending), descending))
        .isEqualTo(any);
  }

  private static List<Positions> of(List<Set<Long>> sets, boolean descending) {
    return sets.stream().map(set -> of(set, descending)).toList();
  }

  private static Positions of(Set<Long> set, boolean descending) {
    return bound -> descending
        ? set.stream().filter(p -> p <= bound).mapToLong(p -> p).max().orElse(Positions.NONE)
        : set.stream().filter(p -> p >= bound).mapToLong(p -> p).min().orElse(Positions.NONE);
  }

  private static List<Long> walk(Positions positions, boolean descending) {
    List<Long> found = new ArrayList<>();
    long next = positions.seek(descending ? 100 : 0);
    while (next != Positions.NONE) {
      found.add(next);
      next = positions.seek(descending ? next - 1 : next + 1);
      if (descending && found.get(found.size() - 1) == 0) {
        break;
      }
    }
    return found.stream().sorted().toList();
  }

  @Test
  void compaction_joins_the_rows_of_long_lists_and_changes_no_result() {
    String url = "jdbc:sqlite:" + Stores.temporary().resolve("lists.db");
    try (Store store = JdbcStore.at(url, new TailSize(2, 1_000), Samples.KINDS)) {
      fill(store);
      List<List<String>> before = look(store);
      long rows = rows(url, "_ix");
      assertThat(rows).isGreaterThan(300);

      store.maintain(Duration.ofMinutes(1));

      assertThat(rows(url, "_ix")).isLessThan(rows / 10);
      assertThat(rows(url, "_tail")).isZero();
      assertThat(look(store)).isEqualTo(before);
      changeOldPlaces(store);
      List<List<String>> changed = look(store);
      assertThat(changed).isNotEqualTo(before);
      store.maintain(Duration.ofMinutes(1));
      assertThat(look(store)).isEqualTo(changed);
    }
  }

  @Test
  void compaction_stops_when_its_time_is_over() {
    String url = "jdbc:sqlite:" + Stores.temporary().resolve("lists.db");
    try (Store store = JdbcStore.at(url, Samples.KINDS)) {
      fill(store);
      long rows = rows(url, "_tail");

      store.maintain(Duration.ZERO);

      assertThat(rows(url, "_tail")).isEqualTo(rows);
    }
  }

  @Test
  void a_tail_stays_short_although_nobody_maintains_the_store() {
    String url = "jdbc:sqlite:" + Stores.temporary().resolve("lists.db");
    TailSize largest = new TailSize(10, 1_000);
    for (int opened = 0; opened < 3; opened++) {
      try (Store store = JdbcStore.at(url, largest, Samples.KINDS)) {
        for (int write = 0; write < 300; write++) {
          String id = "f" + opened + "-" + write;
          String some = "k" + write % 40;
          store.write(TENANT, Instant.EPOCH, tx -> {
            tx.insert(Samples.FACT, Fact.of(id).keyed("all", some));
            return true;
          });
        }
      }
    }

    assertThat(rows(url, "_tail WHERE part = 0")).isLessThanOrEqualTo(15);
    assertThat(rows(url, "_tail")).isLessThan(400);
    assertThat(rows(url, "_ix")).isGreaterThan(100);
    try (Store store = JdbcStore.at(url, Samples.KINDS)) {
      Query<Fact> all = Query.of(Samples.FACT).where("key", "all");
      assertThat(store.<Long>read(TENANT, reader -> reader.count(all))).isEqualTo(900);
      assertThat(store.<Long>read(TENANT, reader -> reader.count(all.where("key", "k7"))))
          .isEqualTo(24);
    }
  }

  @Property(tries = 100)
  void a_tail_reads_back_as_it_was_written(
      @ForAll @NotEmpty
          Map<Long, @NotEmpty Set<@LongRange(min = 0, max = (1L << 61) - 1) Long>> some,
      @ForAll @LongRange(min = 0, max = (1L << 61) - 1) long low) {
    List<TailEntry> entries = new ArrayList<>();
    some.forEach((key, positions) ->
        positions.forEach(position -> entries.add(new TailEntry(key, position))));

    List<byte[]> rows = TailBlock.encode(1L << 61, low, TailEntry.sorted(entries));

    assertThat(read(rows)).containsExactlyInAnyOrderElementsOf(entries);
    assertThat(rows).allMatch(row -> row.length <= Block.LONG);
    assertThat(rows).allMatch(row -> TailBlock.low(1L << 61, row) == low);
  }

  @Test
  void long_lists_take_several_rows_of_a_tail() {
    List<TailEntry> entries = new ArrayList<>();
    for (long key = -2; key <= 2; key++) {
      for (long i = 0; i < 1_500; i++) {
        entries.add(new TailEntry(key, i * (1_000_000 + key)));
      }
    }

    List<byte[]> rows = TailBlock.encode(1L << 61, 7, entries);

    assertThat(rows).hasSizeGreaterThan(5).allMatch(row -> row.length <= Block.LONG);
    assertThat(read(rows)).containsExactlyInAnyOrderElementsOf(entries);
  }

  @Property(tries = 200)
  void a_place_is_found_from_wherever_the_search_begins(
      @ForAll @NotEmpty Set<@LongRange(min = 0, max = 1_000) Long> some,
      @ForAll @LongRange(min = 0, max = 1_000) long bound,
      @ForAll @LongRange(min = 0, max = 1_000) long from) {
    long[] rising = some.stream().mapToLong(Long::longValue).sorted().toArray();
    int up = (int) Arrays.stream(rising).filter(position -> position < bound).count();
    int down = (int) Arrays.stream(rising).filter(position -> position <= bound).count() - 1;
    int lower = (int) Math.min(from, up);
    int upper = (int) Math.max(rising.length - 1 - from, down);

    assertThat(Positions.upTo(rising, lower, bound)).isEqualTo(up);
    assertThat(Positions.downTo(rising, upper, bound)).isEqualTo(down);
  }

  private static List<TailEntry> read(List<byte[]> rows) {
    List<TailEntry> read = new ArrayList<>();
    rows.forEach(row -> read.addAll(TailBlock.decode(1L << 61, row)));
    return read;
  }

  private static void fill(Store store) {
    for (int write = 0; write < WRITES; write++) {
      int from = write * 10;
      store.write(TENANT, Instant.EPOCH.plusSeconds(write), tx -> {
        for (int i = from; i < from + 10; i++) {
          tx.insert(Samples.FACT, Fact.of("f" + i).keyed("all", "mod" + i % 3));
        }
        return true;
      });
    }
  }

  private static void changeOldPlaces(Store store) {
    store.write(TENANT, Instant.EPOCH, tx -> {
      for (int i : Arrays.asList(0, 7, 3_000, 3_001, 6_199)) {
        Stored<Fact> old = tx.find(Samples.FACT, "f" + i).orElseThrow();
        tx.update(old, Fact.of("f" + i).keyed("all", "mod0", "mod1", "mod2", "new"));
      }
      for (int i : Arrays.asList(1, 8, 2_999, 3_002, 6_198)) {
        tx.delete(tx.find(Samples.FACT, "f" + i).orElseThrow());
      }
      return true;
    });
  }

  private static List<List<String>> look(Store store) {
    Query<Fact> all = Query.of(Samples.FACT);
    long middle = store
        .<Stored<Fact>>read(TENANT, reader -> reader.find(Samples.FACT, "f3333").orElseThrow())
        .position();
    List<Query<Fact>> queries = List.of(
        all.where("key", "all"),
        all.where("key", "mod1").descending(),
        all.where("key", "mod0").where("key", "mod1"),
        all.where("key", "mod2").where("key", "all").afterPosition(middle).limit(40),
        all.where("key", "mod2")
            .where("key", "all")
            .afterPosition(middle)
            .limit(40)
            .descending(),
        all.whereAny("key", List.of("mod0", "mod2", "new"))
            .upTo(middle)
            .descending()
            .limit(500));
    return queries.stream()
        .map(query -> store.<List<Stored<Fact>>>read(TENANT, reader -> reader.list(query)))
        .map(found -> found.stream().map(Stored::id).collect(Collectors.toList()))
        .toList();
  }

  private static long rows(String url, String what) {
    Session session = new PooledSessions(url, Dialect.SQLITE).take();
    Long rows = session.number("SELECT COUNT(*) FROM lms_sample_fact" + what, List.of());
    session.close();
    return rows == null ? 0 : rows;
  }
}
