package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.contract.Samples.LINE;
import static org.lmskit.contract.Samples.NOTE;
import static org.lmskit.contract.Samples.PLAIN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples.Note;
import org.lmskit.contract.Samples.Plain;
import org.lmskit.model.TenantId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** What a reader promises. */
interface ReadContract extends StoreTests {
  @Test
  default void a_record_is_found_as_it_was_written() {
    Note note = new Note(
        "n1",
        StoreContract.NOW,
        "ann",
        "c-1",
        "b",
        List.of("x", "ü€𝄞"),
        "a 'quoted' \"line\"\n\t\\ 𝄞");

    insert(NOTE, note);

    Stored<Note> found = get(NOTE, "n1");
    assertThat(found.value()).isEqualTo(note);
    assertThat(found.body()).isEqualTo(NOTE.write(note));
    assertThat(found.id()).isEqualTo("n1");
    assertThat(found.kind()).isSameAs(NOTE);
    assertThat(found.version()).isEqualTo(1);
    assertThat(found.position()).isZero();
  }

  @Test
  default void a_long_record_is_found_as_it_was_written() {
    String text = "0123456789abcdeü".repeat(200_000);

    insert(PLAIN, new Plain("long", text));

    assertThat(get(PLAIN, "long").value().text()).isEqualTo(text);
  }

  @Test
  default void an_absent_record_is_not_found() {
    insert(NOTE, Note.of("n1"));

    assertThat(find(NOTE, "n2")).isEmpty();
    assertThat(find(PLAIN, "n1")).isEmpty();
  }

  @Test
  default void what_no_record_can_have_as_an_id_is_not_found() {
    insert(NOTE, Note.of("n1"));

    assertThat(find(NOTE, "")).isEmpty();
    assertThat(find(NOTE, "a\0b")).isEmpty();
    assertThat(find(NOTE, "x".repeat(5_000))).isEmpty();
    assertThat(findAll(NOTE, List.of("", "n1", "\0"))).hasSize(1);
  }

  @Test
  default void ids_differ_by_case_and_trailing_space() {
    insert(NOTE, Note.of("n"), Note.of("N"), Note.of("n "));

    assertThat(get(NOTE, "N").id()).isEqualTo("N");
    assertThat(get(NOTE, "n ").id()).isEqualTo("n ");
    assertThat(find(NOTE, " n")).isEmpty();
  }

  @Test
  default void find_all_keeps_the_order_asked_for_and_leaves_out_the_absent() {
    insert(NOTE, Note.of("a"), Note.of("b"), Note.of("c"));

    List<Stored<Note>> found = findAll(NOTE, List.of("c", "nobody", "a", "b", "a"));

    assertThat(StoreTests.ids(found)).containsExactly("c", "a", "b");
    assertThat(findAll(NOTE, List.of())).isEmpty();
  }

  @Test
  default void find_all_takes_thousands_of_ids() {
    List<String> ids = IntStream.range(0, 3_000).mapToObj(i -> "n" + i).toList();
    write(tx -> tx.insert(PLAIN, ids.stream().map(id -> new Plain(id, "")).toList()));
    List<String> asked = new ArrayList<>(ids);
    IntStream.range(0, 20_000).forEach(i -> asked.add("absent" + i));

    assertThat(StoreTests.ids(findAll(PLAIN, asked))).isEqualTo(ids);
  }

  @Test
  default void a_read_sees_one_snapshot_whatever_others_commit_meanwhile() {
    insert(NOTE, Note.of("old").ownedBy("ann"));

    List<Object> seen = read(reader -> {
      List<Object> before = all(reader);
      CompletableFuture.runAsync(this::changeEverything).join();
      assertThat(all(reader)).isEqualTo(before);
      return before;
    });

    assertThat(this.<List<Object>>read(ReadContract::all)).isNotEqualTo(seen);
  }

  private void changeEverything() {
    write(tx -> {
      tx.update(tx.find(NOTE, "old").orElseThrow(), Note.of("old").ownedBy("bob"));
      tx.insert(NOTE, Note.of("new").ownedBy("ann"));
      tx.insert(LINE, new Plain("line", "x"));
    });
  }

  private static List<Object> all(Reader reader) {
    List<Object> seen = new ArrayList<>();
    seen.add(reader.position());
    seen.add(reader.count(Query.of(NOTE)));
    seen.add(StoreTests.ids(reader.list(Query.of(NOTE).where("owner", "ann"))));
    seen.add(reader.find(NOTE, "old").map(Stored::version));
    reader.each(Query.of(LINE), stored -> seen.add(stored.id()));
    return seen;
  }

  @Test
  default void each_visits_in_order_and_does_not_read_ahead_without_bound() {
    int count = 12_000;
    write(tx -> tx.insert(LINE, lines(count)));
    List<String> visited = new ArrayList<>();
    long before = Samples.READ.get();

    read(reader -> {
      reader.each(Query.of(LINE), stored -> {
        visited.add(stored.id());
        assertThat(Samples.READ.get() - before).isLessThanOrEqualTo(visited.size() + 2_000L);
      });
      return true;
    });

    assertThat(visited).isEqualTo(lines(count).stream().map(Plain::id).toList());
  }

  @Test
  default void the_visitor_of_each_may_ask_the_same_reader() {
    write(tx -> tx.insert(LINE, lines(1_500)));
    List<String> texts = new ArrayList<>();

    read(reader -> {
      reader.each(
          Query.of(LINE).limit(1_200),
          stored ->
              texts.add(reader.find(LINE, stored.id()).orElseThrow().value().text()));
      return true;
    });

    assertThat(texts).hasSize(1_200).allMatch("even"::equals);
  }

  private static List<Plain> lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Plain("line-" + i, "even"))
        .toList();
  }

  @Test
  default void a_reader_ends_with_its_work() {
    Reader escaped = read(reader -> reader);
    Reader written = store().write(tenant(), StoreContract.NOW, tx -> tx);

    assertThatThrownBy(() -> escaped.find(NOTE, "n1")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(escaped::position).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> written.list(Query.of(NOTE)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void what_the_work_throws_reaches_the_caller_as_it_is() {
    IllegalStateException thrown = new IllegalStateException("of the work");

    assertThatThrownBy(() -> read(reader -> {
          throw thrown;
        }))
        .isSameAs(thrown);
  }

  @Test
  default void tenants_never_meet() {
    TenantId other = new TenantId("other-" + UUID.randomUUID());
    insert(NOTE, Note.of("n1").ownedBy("ann").coded("c").tagged("t").ranked("r"));
    insert(LINE, new Plain("l1", "x"));

    store()
        .write(
            other,
            StoreContract.NOW,
            tx -> insertOwn(tx, Note.of("n1").coded("c").saying("other")));

    assertThat(get(NOTE, "n1").value().text()).isEmpty();
    assertThat(store().<Boolean>read(other, this::seesOnlyItsOwn)).isTrue();
  }

  private static boolean insertOwn(org.lmskit.store.Transaction tx, Note note) {
    assertThat(tx.list(Query.of(NOTE))).isEmpty();
    tx.insert(NOTE, note);
    return true;
  }

  private boolean seesOnlyItsOwn(Reader reader) {
    assertThat(reader.list(Query.of(NOTE))).hasSize(1);
    assertThat(reader.list(Query.of(NOTE).where("owner", "ann"))).isEmpty();
    assertThat(reader.list(Query.of(NOTE).where("tag", "t"))).isEmpty();
    assertThat(reader.list(Query.of(NOTE).range("rank", null, null))).isEmpty();
    assertThat(reader.list(Query.of(LINE).where("text", "x"))).isEmpty();
    assertThat(reader.position()).isZero();
    return reader.find(NOTE, "n1").orElseThrow().value().text().equals("other");
  }

  @Test
  default void tenants_are_listed_once_they_have_written_in_order_of_their_first_write() {
    TenantId second = new TenantId("second-" + UUID.randomUUID());
    TenantId silent = new TenantId("silent-" + UUID.randomUUID());
    Instant now = StoreContract.NOW;
    assertThat(store().tenants()).doesNotContain(tenant(), second, silent);

    insert(NOTE, Note.of("n1"));
    store().write(second, now, tx -> insertOwn(tx, Note.of("n1")));
    insert(NOTE, Note.of("n2"));
    store().read(silent, Reader::position);
    store().write(silent, now, tx -> tx.list(Query.of(NOTE)));

    assertThat(store().tenants()).containsSubsequence(tenant(), second).doesNotContain(silent);
  }
}
