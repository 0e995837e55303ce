package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.event.LmsEvent;
import org.lmskit.internal.Generated;
import org.lmskit.internal.json.CanonicalReader;
import org.lmskit.internal.json.CanonicalWriter;
import org.lmskit.internal.json.Forms;
import org.lmskit.learning.TestContent;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Store;

/** Every domain record follows from the events alone, byte for byte, wherever it is computed. */
class ReplayTest {
  /** Mutable kinds of the core that are no domain records, so that no event has to make them. */
  private static final Set<String> NO_DOMAIN_RECORDS = Set.of(
      "archive_progress", // the engine's bookkeeping
      "blob_use",
      "listener_position",
      "timer",
      "timer_failure",
      "ledger", // what is made of the events
      "ledger_head",
      "ledger_key",
      "ledger_mark",
      "ledger_tile",
      "learner", // personal records: what erasing a person deletes
      "personal_text",
      "principal",
      "path_draft",
      "course_draft", // nobody's business but their author's
      "assessment_sitting", // content's own state
      "viewing");

  @Property(tries = 20)
  void replay_of_a_random_history_gives_every_domain_record(@ForAll long seed) {
    TestLms test = new TestLms();
    Lms lms = lived(test, seed, 60);

    InMemoryStore replayed = new InMemoryStore();
    long events = lms.replay(replayed);

    assertThat(records(replayed)).isEqualTo(records(test.store));
    assertThat(events).isEqualTo(test.heard.size());
  }

  @Example
  void neither_the_zone_nor_the_locale_of_the_machine_matters() {
    String there = somewhere("Asia/Tokyo", "tr-TR");

    assertThat(somewhere("America/St_Johns", "ar-EG-u-nu-arab")).isEqualTo(there);
    assertThat(somewhere("Pacific/Apia", "th-TH-u-ca-buddhist-nu-thai")).isEqualTo(there);
  }

  @Example
  void every_kind_that_can_change_is_rebuilt_or_known_to_be_no_domain_record() {
    Set<String> rebuilt = names(Lms.PROJECTIONS.kinds());

    Set<String> mutable = Lms.KINDS.kinds().stream()
        .filter(kind -> !kind.isOrdered())
        .map(Kind::name)
        .collect(Collectors.toCollection(TreeSet::new));

    Set<String> accounted = new TreeSet<>(NO_DOMAIN_RECORDS);
    accounted.addAll(rebuilt);
    assertThat(accounted).isEqualTo(mutable);
    assertThat(rebuilt).doesNotContainAnyElementsOf(NO_DOMAIN_RECORDS);
  }

  @Example
  void random_histories_make_records_of_every_kind_that_is_rebuilt() {
    TestLms test = new TestLms();

    lived(test, 1, 700);

    assertThat(records(test.store).keySet()).isEqualTo(names(Lms.PROJECTIONS.kinds()));
  }

  @Example
  void records_and_events_of_random_histories_are_read_without_a_parser() {
    TestLms test = new TestLms();
    lived(test, 1, 700);

    Set<String> declined = new TreeSet<>();
    Map<Class<?>, CanonicalReader<?>> readers = new HashMap<>();
    test.store.read(TenantId.DEFAULT, reader -> {
      for (Kind<?> kind : Lms.KINDS.kinds()) {
        reader.list(Query.of(kind)).stream()
            .filter(stored -> !stored
                .value()
                .equals(readers
                    .computeIfAbsent(stored.value().getClass(), ReplayTest::reader)
                    .read(stored.body())))
            .forEach(
                stored -> declined.add(kind + " " + stored.value().getClass().getSimpleName()));
      }
      return true;
    });

    assertThat(declined).containsExactly("score_row ScoreRow"); // which is packed
  }

  @Example
  void records_and_events_of_random_histories_are_written_as_a_generator_writes_them() {
    TestLms test = new TestLms();
    lived(test, 2, 700);

    Set<String> others = new TreeSet<>();
    test.store.read(TenantId.DEFAULT, reader -> {
      for (Kind<?> kind : Lms.KINDS.kinds()) {
        reader.list(Query.of(kind)).stream()
            .filter(stored -> !isWrittenAsGenerated(stored.value(), stored.body()))
            .forEach(stored -> others.add(kind + " " + stored.value().getClass().getSimpleName()));
      }
      return true;
    });

    assertThat(others).containsExactly("score_row ScoreRow"); // which is packed
  }

  @SuppressWarnings("unchecked")
  private static boolean isWrittenAsGenerated(Object value, String body) {
    if (value instanceof LmsEvent event) {
      Forms forms = new Forms(List.of(event.getClass()));
      String text = new CanonicalWriter<>(LmsEvent.class, forms).write(event);
      return body.equals(text) && body.equals(Generated.ofFamily(LmsEvent.class, event));
    }
    Class<Object> type = (Class<Object>) value.getClass();
    String text = new CanonicalWriter<>(type, new Forms(List.of())).write(value);
    return body.equals(text) && body.equals(Generated.text(type, value));
  }

  private static CanonicalReader<?> reader(Class<?> type) {
    return LmsEvent.class.isAssignableFrom(type)
        ? new CanonicalReader<>(LmsEvent.class, new Forms(List.of(type)))
        : new CanonicalReader<>(type, new Forms(List.of()));
  }

  @Example
  void a_store_that_holds_domain_records_is_refused() {
    TestLms test = new TestLms();
    Lms lms = lived(test, 1, 60);

    assertThatThrownBy(() -> lms.replay(test.store))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already holds records");
  }

  @Example
  void replay_on_a_database_gives_the_same_records_for_one_tenant_only() {
    TestLms test = new TestLms();
    Lms lms = lived(test, 7, 80);
    new RandomHistory(test, new Random(8)).live(lms.tenant(new TenantId("acme")), 40);

    try (Store replayed = TestStore.SQLITE.open()) {
      lms.replay(replayed);

      assertThat(records(replayed)).isEqualTo(records(test.store)).isNotEmpty();
      assertThat(replayed.tenants()).containsExactly(TenantId.DEFAULT);
    }
  }

  private static String somewhere(String zone, String locale) {
    TimeZone oldZone = TimeZone.getDefault();
    Locale oldLocale = Locale.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Locale.setDefault(Locale.forLanguageTag(locale));
    try (Store replayed = TestStore.SQLITE.open()) {
      TestLms test = new TestLms();
      Lms lms = lived(test, 3, 100);
      lms.ledger().seal();
      lms.replay(replayed);
      assertThat(records(replayed)).isEqualTo(records(test.store));
      assertThat(lms.ledger().signedHead().orElseThrow().head())
          .isEqualTo(lms.ledger().head());
      return lms.ledger().head() + " "
          + Sha256.of(records(replayed).toString().getBytes(StandardCharsets.UTF_8))
              .hex();
    } finally {
      TimeZone.setDefault(oldZone);
      Locale.setDefault(oldLocale);
    }
  }

  private static Lms lived(TestLms test, long seed, int steps) {
    Lms lms =
        test.builder().module(LmsModule.of(TestContent.KINDS, TestContent.TYPE)).build();
    new RandomHistory(test, new Random(seed)).live(lms, steps);
    return lms;
  }

  private static Set<String> names(Set<Kind<?>> kinds) {
    return kinds.stream().map(Kind::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ids and bodies of all domain records of the default tenant, by kind. */
  private static TreeMap<String, List<String>> records(Store store) {
    TreeMap<String, List<String>> all = new TreeMap<>();
    for (Kind<?> kind : Lms.PROJECTIONS.kinds()) {
      List<String> found = store.read(
          TenantId.DEFAULT,
          reader -> reader.list(Query.of(kind)).stream()
              .map(stored -> stored.id() + " " + stored.body())
              .sorted()
              .toList());
      if (!found.isEmpty()) {
        all.put(kind.name(), found);
      }
    }
    return all;
  }
}
